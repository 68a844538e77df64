import { regionTitle } from '@graywise/extension-core';
import type { CourseRegion } from '@graywise/physics';

const LESIONS_TOGETHER: Readonly<Record<string, string>> = {
  'worst-lesion': 'Lesion of the least dose',
  'mean-lesion': 'Mean of the lesions',
};

/** What people call a region of the course, of a limit or of a target. */
export function labelOf(name: string, regions: readonly CourseRegion[]): string {
  return regions.find(region => region.name === name)?.label ?? LESIONS_TOGETHER[name] ?? regionTitle(name);
}
