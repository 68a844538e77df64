import { acquisitionDecayFactor } from '../calibration/acquisitionDecayFactor.js';
import { combineEstimates } from '../quantities/combineEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { exactly } from '../quantities/exactly.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { second, type Second } from '../quantities/quantity.js';
import type { MeasurementRow } from '../record/measurements.js';
import { backgroundShare } from './backgroundShare.js';
import { scatterCorrectedCounts } from './scatterCorrectedCounts.js';

/** Which counts of a row: of one detector or sample, or of one of two sides. */
export type Side = '' | '_anterior' | '_posterior';

/**
 * Counts per second of one side, at the start of the measurement: scatter off (triple-energy window, where the row has its windows), background off, and
 * brought from the mean over the duration to its start by physical decay. May be negative where there is nothing but noise. Null: the row has no such counts.
 */
export function netCountRate(row: MeasurementRow, side: Side, halfLife: Second): Estimate | null {
  const duration = row.values['duration_s'];
  const counted = windowed(row, '', side);
  if (counted === null || duration === undefined) return null;
  const background = windowed(row, 'background_', side) ?? exactly(0);
  const toStart = acquisitionDecayFactor(halfLife, second(duration));
  const taken = backgroundScale(row) / (row.values['background_duration_s'] ?? duration);
  const rate = counted.value / duration - taken * background.value;
  return combineEstimates(rate * toStart, [
    { estimate: counted, sensitivity: toStart / duration },
    { estimate: background, sensitivity: -taken * toStart },
  ]);
}

/** Background of a planar view is that of another area, and stands before and behind the source. */
function backgroundScale(row: MeasurementRow): number {
  const { region_area_cm2: region, background_area_cm2: beside, source_thickness_cm: source, thickness_cm: body } = row.values;
  if (row.kind !== 'planar' || row.backgroundCorrection === null || region === undefined || beside === undefined) return 1;
  return (region / beside) * backgroundShare(row.backgroundCorrection, source ?? 0, body ?? Infinity);
}

function windowed(row: MeasurementRow, owner: '' | 'background_', side: Side): Estimate | null {
  const counts = row.values[`${owner}counts${side}`];
  if (counts === undefined) return null;
  const key = `counts:${row.kind}:${row.cycle}:${row.region}:${row.at.epochSeconds}:${owner}${side}`;
  const lower = row.values[`${owner}lower_counts${side}`];
  const upper = row.values[`${owner}upper_counts${side}`];
  const { photopeak_width_keV: photopeakWidth, lower_width_keV: lowerWidth, upper_width_keV: upperWidth } = row.values;
  const widths = photopeakWidth !== undefined && lowerWidth !== undefined && upperWidth !== undefined;
  if (lower !== undefined && upper !== undefined && widths)
    return scatterCorrectedCounts({ photopeak: counts, lower, upper, photopeakWidth, lowerWidth, upperWidth }, key);
  return makeEstimate(counts, [{ source: 'counts', key, standardUncertainty: Math.sqrt(counts) }]);
}
