import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import { GraywiseError } from '../errors/GraywiseError.js';
import { combineEstimates } from '../quantities/combineEstimates.js';
import { normalCumulative } from '../quantities/normalCumulative.js';
import { normalQuantile } from '../quantities/normalQuantile.js';
import { becquerel, type Becquerel } from '../quantities/quantity.js';
import type { DoseLimit, DoseTarget } from '../record/cyclePlan.js';
import type { RegionHistory } from './courseHistory.js';

/** A limit or a target over the course, turned into the activity of each cycle to come whose median just meets it. */
export interface DoseBound {
  readonly region: string;
  /** Zero when the cycles so far have met it already. */
  readonly medianActivity: Becquerel;
  /** Standard deviation of the logarithm of the activity that meets it. */
  readonly logDeviation: number;
}

/**
 * The bound of a limit or target on `cycles` further cycles of equal activity (rules P3 and P4).
 *
 * Absorbed dose: A = (L - sum D) / (n g). BED: d + f d^2 = (L - sum BED) / n, d = (sqrt(1 + 4 f b) - 1) / (2 f), A = d / g. The deviation holds that of g
 * and that of the dose delivered, shared keys added, both at the bound. Throws GW_LIMIT_INVALID for a BED limit on a region without BED.
 */
export function doseBound(bound: DoseLimit | DoseTarget, region: RegionHistory, cycles: number): DoseBound {
  const inBed = 'quantity' in bound && bound.quantity === 'BED';
  const delivered = inBed ? region.deliveredBed : region.delivered;
  const effectPerGray = inBed ? region.effectPerGray : 0;
  if (!delivered || effectPerGray === null)
    throw new GraywiseError('GW_LIMIT_INVALID', {
      found: `${bound.region}:${String(bound.value)}GyBED, a region without alpha/beta and repair half-time`,
    });
  const perCycle = (bound.value - delivered.value) / cycles;
  if (perCycle <= 0) return { region: bound.region, medianActivity: becquerel(0), logDeviation: 0 };
  const doseAtBound = effectPerGray > 0 ? (Math.sqrt(1 + 4 * effectPerGray * perCycle) - 1) / (2 * effectPerGray) : perCycle;
  const slope = 1 + 2 * effectPerGray * doseAtBound;
  const { standardUncertainty } = combineEstimates(1, [
    { estimate: region.perActivity, sensitivity: 1 / region.perActivity.value },
    { estimate: delivered, sensitivity: 1 / (cycles * slope * doseAtBound) },
  ]);
  return { region: bound.region, medianActivity: becquerel(doseAtBound / region.perActivity.value), logDeviation: standardUncertainty };
}

/** The largest activity that passes the bound with a probability of at most `risk`: A exp(-z s), z the quantile of 1 - risk; null: the median. */
export function activityAtRisk({ medianActivity, logDeviation }: DoseBound, risk: number | null): Becquerel {
  return risk === null ? medianActivity : becquerel(medianActivity * exp(-normalQuantile(1 - risk) * logDeviation));
}

/** The probability, 0 to 1, that an activity in each cycle to come passes the bound. */
export function probabilityBeyond({ medianActivity, logDeviation }: DoseBound, activity: Becquerel): number {
  if (medianActivity === 0) return 1;
  if (logDeviation === 0) return activity > medianActivity ? 1 : 0;
  return activity === 0 ? 0 : normalCumulative(log(activity / medianActivity) / logDeviation);
}
