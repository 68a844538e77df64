import { GraywiseError } from '../errors/GraywiseError.js';
import type { Warning } from '../errors/warningTable.js';
import type { Estimate } from '../quantities/estimate.js';
import type { BecquerelSecond, Second } from '../quantities/quantity.js';
import type { CurvePoint, SingleScanBasis, TimeActivityFit } from '../record/cycleVerification.js';
import { ORGAN_EARLY_PHASE, type EarlyPhase } from './earlyPhase.js';
import { fitByCohort } from './fitByCohort.js';
import { fitScans } from './fitScans.js';
import { fitSingleScan } from './fitSingleScan.js';
import { fitWithPrior } from './fitWithPrior.js';
import { statedHalfLifeBasis, type StatedHalfLife } from './statedHalfLifeBasis.js';

/** What a region's curve is fitted from. `where` names the region in messages. */
export interface TimeActivityInput {
  readonly points: readonly CurvePoint[];
  readonly physicalHalfLife: Second;
  /** Used for a single time point, and by the method 'map' for two. */
  readonly basis?: SingleScanBasis | null;
  /** A basis in short: a half-life that a person stated. */
  readonly statedHalfLife?: StatedHalfLife | null;
  /** What decays after the last scan, for two times and more; left out: the fitted curve. */
  readonly tail?: ChosenTail | null;
  /** Of the hours that no scan shows; null: none, as in blood or in an implant. Left out: that of an organ. */
  readonly earlyPhase?: EarlyPhase | null;
  readonly where: string;
  /** Names the fit's own uncertainty as a random variable: of one region in one cycle. Left out: `where`. */
  readonly key?: string;
}

/**
 * A tail that a person chose in place of the fitted one (rule T14): physical decay, the longest it can be, or the half-life of a population; `confirmed`
 * false: the centre must confirm that.
 */
export type ChosenTail =
  | { readonly rule: 'physical decay' }
  | { readonly rule: 'population half-life'; readonly halfLife: Estimate<Second>; readonly source: string; readonly confirmed: boolean };

export interface TimeActivityResult {
  readonly fit: TimeActivityFit;
  readonly timeIntegratedActivity: Estimate<BecquerelSecond>;
  /** Of the last phase. */
  readonly effectiveHalfLife: Estimate<Second>;
  readonly warnings: readonly Warning[];
}

/**
 * The time-activity curve of a region, A(t) in Bq, t in s from the administration, and its integral to infinity (rules T1 to T7 and T12 to T20 of SPEC.md).
 *
 * Throws GW_TOO_FEW_TIME_POINTS for fewer than two different times without a half-life from elsewhere, GW_NOT_FINITE for a value that is not finite, and
 * GW_FIT_FAILED when no point holds activity.
 */
export function fitTimeActivity({
  points,
  physicalHalfLife,
  statedHalfLife = null,
  tail = null,
  earlyPhase = ORGAN_EARLY_PHASE,
  where,
  basis = statedHalfLife && statedHalfLifeBasis(statedHalfLife, where),
  key = where,
}: TimeActivityInput): TimeActivityResult {
  assertUsable(points, where);
  const times = new Set(points.map(point => point.afterAdministration)).size;
  if (times === 0 || (times === 1 && !basis)) throw new GraywiseError('GW_TOO_FEW_TIME_POINTS', { where, found: times });
  if (times === 1 && basis)
    return basis.method === 'cohort'
      ? fitByCohort({ points, basis, earlyPhase, where })
      : fitSingleScan({ points, physicalHalfLife, basis, earlyPhase, where, key });
  if (times === 2 && basis?.method === 'map') return fitWithPrior({ points, physicalHalfLife, basis, earlyPhase, where, key });
  return fitScans({ points, physicalHalfLife, earlyPhase, where, key, tail, isHalfLifeStated: basis?.method === 'stated' });
}

function assertUsable(points: readonly CurvePoint[], where: string): void {
  for (const { afterAdministration, activity } of points)
    for (const found of [afterAdministration, activity.value, activity.standardUncertainty])
      if (!Number.isFinite(found)) throw new GraywiseError('GW_NOT_FINITE', { unit: `the time-activity curve of ${where}`, found });
  if (points.some(({ afterAdministration }) => afterAdministration < 0))
    throw new GraywiseError('GW_NEGATIVE', { unit: 's', found: 'a scan before the administration' });
  if (points.length > 0 && !points.some(({ activity }) => activity.value > 0))
    throw new GraywiseError('GW_FIT_FAILED', { where, found: 'no scan shows activity' });
}
