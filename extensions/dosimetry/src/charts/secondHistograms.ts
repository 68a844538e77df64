import type { DoseEngineComparison } from '@graywise/course';
import { comparedVoxels } from '@graywise/extension-core';
import type { DoseVolumeHistogram } from '@graywise/physics';

/** The histograms by a second dose engine, by region name; none for an engine without a map. */
export function secondHistograms(comparison: DoseEngineComparison | null): Readonly<Record<string, DoseVolumeHistogram>> {
  return Object.fromEntries((comparedVoxels(comparison)?.regions ?? []).map(({ name, other }) => [name, other]));
}
