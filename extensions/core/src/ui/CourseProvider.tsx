import type { ReactNode } from 'react';
import type { CourseService } from '../state/courseService.js';
import { FaultBoundary } from './FaultBoundary.js';
import { CourseServiceContext } from './courseServiceContext.js';

/** Gives the course to the parts below. Every isolated root has one. */
export function CourseProvider({ course, children }: { readonly course: CourseService; readonly children: ReactNode }) {
  return (
    <CourseServiceContext.Provider value={course}>
      <FaultBoundary>{children}</FaultBoundary>
    </CourseServiceContext.Provider>
  );
}
