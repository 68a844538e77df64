import type { DoseEngineComparison } from '@graywise/course';
import { comparedVoxels } from '@graywise/extension-core';
import { combineEstimates, divideEstimates, type Estimate, type Gray, type RegionResult } from '@graywise/physics';

/** The dose of a region by two engines, and the second minus the first. */
export interface ComparisonRow {
  readonly region: RegionResult;
  readonly first: Estimate<Gray>;
  readonly second: Estimate<Gray>;
  /** Gy; a plain number, because a dose is never negative. */
  readonly difference: Estimate;
  /** Of the first, %. What both share, such as the activity, does not make it uncertain. */
  readonly percent: Estimate;
  /** Differences of D98, D50 and D2, Gy; null where an engine gives no map. */
  readonly quantiles: { readonly d98Gy: number; readonly d50Gy: number; readonly d2Gy: number } | null;
  /** Share of the voxels that pass, 0 to 1; null without maps. */
  readonly passShare: number | null;
}

/** One row for each region that both engines know, in the order of the regions. */
export function comparisonRows(regions: readonly RegionResult[], compared: DoseEngineComparison): readonly ComparisonRow[] {
  return regions.flatMap(region => {
    const doses = compared.regions.find(({ name }) => name === region.name);
    if (!doses) return [];
    const [first, second] = [signed(doses.used), signed(doses.other)];
    const voxels = comparedVoxels(compared)?.regions.find(({ name }) => name === region.name);
    const ratio = divideEstimates(second, first, value => value);
    return {
      region,
      first,
      second,
      difference: combineEstimates(second.value - first.value, [
        { estimate: second, sensitivity: 1 },
        { estimate: first, sensitivity: -1 },
      ]),
      percent: combineEstimates(100 * (ratio.value - 1), [{ estimate: ratio, sensitivity: 100 }]),
      quantiles: voxels
        ? {
            d98Gy: voxels.other.d98Gy - voxels.used.d98Gy,
            d50Gy: voxels.other.d50Gy - voxels.used.d50Gy,
            d2Gy: voxels.other.d2Gy - voxels.used.d2Gy,
          }
        : null,
      passShare: voxels?.passShare ?? null,
    };
  });
}

/** A dose is lognormal and cannot be negative; what it differs by can. */
function signed(dose: Estimate<Gray>): Estimate<Gray> {
  return { ...dose, distribution: 'normal' };
}
