import type { CourseState } from '@graywise/extension-core';

/** What pictures are made from: while these are the same objects, a scene looks the same. */
export function pictureOrigins({ outcomes, doseReview }: Pick<CourseState, 'outcomes' | 'doseReview'>): readonly unknown[] {
  return [outcomes, doseReview.comparison];
}
