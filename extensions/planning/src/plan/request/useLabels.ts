import { useCourse } from '@graywise/extension-core';
import { labelOf } from '../labelOf.js';
import { verifiedCycles } from '../verifiedCycles.js';

/** What people call the regions of the course. */
export function useLabels(): (name: string) => string {
  const { state } = useCourse();
  const regions = verifiedCycles(state.overview).at(-1)?.regions ?? [];
  return name => labelOf(name, regions);
}
