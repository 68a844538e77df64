import { createContext } from 'react';
import type { CourseService } from '../state/courseService.js';

export const CourseServiceContext = createContext<CourseService | null>(null);
