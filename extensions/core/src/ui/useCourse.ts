import { useContext, useSyncExternalStore } from 'react';
import type { CourseService } from '../state/courseService.js';
import type { CourseState } from '../state/courseState.js';
import { CourseServiceContext } from './courseServiceContext.js';

/** The course's state and service; the part is drawn again at every change. */
export function useCourse(): { readonly state: CourseState; readonly course: CourseService } {
  const course = useContext(CourseServiceContext);
  if (!course) throw new Error('useCourse is used outside of a CourseProvider.');
  const state = useSyncExternalStore(course.subscribe, course.getSnapshot);
  return { state, course };
}
