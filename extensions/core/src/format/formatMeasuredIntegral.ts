import type { MeasuredRegionResult } from '@graywise/physics';
import { formatEstimate } from './formatEstimate.js';

/** The time-integrated activity of a region without voxels with its uncertainty: MBq h, of blood kBq h/mL. */
export function formatMeasuredIntegral({ timeIntegrated, unit }: Pick<MeasuredRegionResult, 'timeIntegrated' | 'unit'>): string {
  return unit === 'Bq' ? `${formatEstimate(timeIntegrated, 1 / 3.6e9)} MBq h` : `${formatEstimate(timeIntegrated, 1 / 3.6e6)} kBq h/mL`;
}
