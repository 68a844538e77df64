import type { Host } from './host.js';
import { hostService } from './hostService.js';
import type { CourseService } from '../state/courseService.js';

/** The course service of the viewer; registered when extension-core is. */
export function courseServiceOf(host: Host): CourseService {
  return hostService<CourseService>(host, 'courseService');
}
