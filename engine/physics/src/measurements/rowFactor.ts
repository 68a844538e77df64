import type { Contribution, Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import type { MeasurementRow } from '../record/measurements.js';

/**
 * One, as uncertain as the row says beside its counts: `u_rel` of this row alone, `u_rel_shared` (sensitivity, attenuation, efficiency) as one random
 * variable for all measurements of this kind in this region, in all cycles.
 */
export function rowFactor({ kind, cycle, region, at, values }: MeasurementRow): Estimate {
  const own = values['u_rel'] ?? 0;
  const shared = values['u_rel_shared'] ?? 0;
  const shares: Contribution[] = [
    { source: 'counts', key: `measured:${kind}:${cycle}:${region}:${at.epochSeconds}`, standardUncertainty: own },
    { source: 'calibration', key: `measured:${kind}:${region}`, standardUncertainty: shared },
  ];
  return makeEstimate(
    1,
    shares.filter(({ standardUncertainty }) => standardUncertainty > 0),
  );
}
