import type { RegionScanPair, ScanComparison } from '@graywise/course';
import { divideEstimates, combineEstimates, type Estimate } from '@graywise/physics';

/** One region by all scans and by some of them. */
export interface ScanRow {
  readonly pair: RegionScanPair;
  /** The dose by some scans less that by all, % of it; null where some make no curve. What both share does not make it uncertain. */
  readonly percent: Estimate | null;
}

/** A row for each region of a comparison. */
export function scanRows({ regions }: ScanComparison): readonly ScanRow[] {
  return regions.map(pair => {
    if (!pair.chosen) return { pair, percent: null };
    const ratio = divideEstimates(signed(pair.chosen.absorbedDose), signed(pair.all.absorbedDose), value => value);
    return { pair, percent: combineEstimates(100 * (ratio.value - 1), [{ estimate: ratio, sensitivity: 100 }]) };
  });
}

/** A dose is lognormal and cannot be negative; what it differs by can. */
function signed(dose: Estimate): Estimate {
  return { ...dose, distribution: 'normal' };
}
