import type { ReactNode } from 'react';
import type { CourseService } from '../state/courseService.js';
import { CourseProvider } from '../ui/CourseProvider.js';
import { mountRoot } from './mountRoot.js';
import type { MountPart } from './parts.js';

/** A part that shows a tree with the course around it. */
export function coursePart(course: CourseService, content: ReactNode): MountPart {
  return node => mountRoot(node, <CourseProvider course={course}>{content}</CourseProvider>);
}
