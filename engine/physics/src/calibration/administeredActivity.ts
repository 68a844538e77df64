import { GraywiseError } from '../errors/GraywiseError.js';
import { decayFactor } from '../nuclides/decayFactor.js';
import type { Estimate } from '../quantities/estimate.js';
import { secondsBetween } from '../quantities/instant.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { becquerel, type Becquerel, type Second } from '../quantities/quantity.js';
import type { AdministrationFacts, AssayedActivity } from '../record/facts.js';

/**
 * Relative standard uncertainty of an activity calibrator: suggested, the centre must confirm. A tolerance of 5 % taken as a rectangular distribution
 * (JCGM 100:2008, 4.3.7): 0.05 / sqrt 3.
 */
export const SUGGESTED_CALIBRATOR_UNCERTAINTY = 0.05 / Math.sqrt(3);

/**
 * The activity that the patient received: what was assayed minus what stayed behind, both decayed to the start of the administration.
 *
 * Both are read from one calibrator, so its relative uncertainty is that of the difference. Throws GW_FACTS_INVALID when no activity is left.
 */
export function administeredActivity(
  { cycle, preAssay, residual, start }: AdministrationFacts,
  halfLife: Second,
  calibratorUncertainty: number = SUGGESTED_CALIBRATOR_UNCERTAINTY,
): Estimate<Becquerel> {
  const atStart = ({ activity, at }: AssayedActivity): number => activity * decayFactor(halfLife, secondsBetween(at, start));
  const net = atStart(preAssay) - (residual === null ? 0 : atStart(residual));
  if (!(net > 0)) {
    throw new GraywiseError('GW_FACTS_INVALID', {
      expected: 'an assay larger than its residual',
      where: `the administration of cycle ${cycle}`,
      found: net,
    });
  }
  const key = 'administered activity:calibrator';
  return makeEstimate(becquerel(net), [{ source: 'administered activity', key, standardUncertainty: net * calibratorUncertainty }]);
}
