import { useCourse } from '@graywise/extension-core';
import { labelOf } from '../labelOf.js';
import { lastRegions } from '../lastRegions.js';

/** What people call the regions of the course. */
export function useLabels(): (name: string) => string {
  const { state } = useCourse();
  const regions = lastRegions(state.overview);
  return name => labelOf(name, regions);
}
