import { GraywiseError } from '../errors/GraywiseError.js';
import type { Warning } from '../errors/warningTable.js';
import type { Estimate } from '../quantities/estimate.js';
import { second, type BecquerelSecond, type Second } from '../quantities/quantity.js';
import type { CurvePoint, SingleScanBasis, TimeActivityFit, WeighedModel } from '../record/cycleVerification.js';
import { chooseModel, type ModelChoice } from './chooseModel.js';
import { halfLifeDerivatives, integralDerivatives } from './curveDerivatives.js';
import { curveEstimate } from './curveEstimate.js';
import { curveWarnings } from './curveWarnings.js';
import { fitAdvice } from './fitAdvice.js';
import { fitSingleScan } from './fitSingleScan.js';
import { fitWithPrior } from './fitWithPrior.js';
import { integrateCurve } from './integrateCurve.js';
import { scatterRatio, type CurveQuantity } from './modelEstimate.js';
import { statedHalfLifeBasis, type StatedHalfLife } from './statedHalfLifeBasis.js';
import { weightedSamples } from './weightedSamples.js';

const INTEGRAL: CurveQuantity<BecquerelSecond> = { of: terms => integrateCurve({ terms }), derivatives: integralDerivatives };
const HALF_LIFE: CurveQuantity<Second> = { of: terms => second(Math.LN2 / (terms[0]?.rate ?? NaN)), derivatives: halfLifeDerivatives };

/** What a region's curve is fitted from. `where` names the region in messages. */
export interface TimeActivityInput {
  readonly points: readonly CurvePoint[];
  readonly physicalHalfLife: Second;
  /** Used for a single time point, and by the method 'map' for two. */
  readonly basis?: SingleScanBasis | null;
  /** A basis in short: a half-life that a person stated. */
  readonly statedHalfLife?: StatedHalfLife | null;
  readonly where: string;
  /** Names the fit's own uncertainty as a random variable: of one region in one cycle. Left out: `where`. */
  readonly key?: string;
}

export interface TimeActivityResult {
  readonly fit: TimeActivityFit;
  readonly timeIntegratedActivity: Estimate<BecquerelSecond>;
  /** Of the last phase. */
  readonly effectiveHalfLife: Estimate<Second>;
  readonly warnings: readonly Warning[];
}

/**
 * The time-activity curve of a region, A(t) in Bq, t in s from the administration, and its integral to infinity (rules T1 to T7 of SPEC.md).
 *
 * Throws GW_TOO_FEW_TIME_POINTS for fewer than two different times without a half-life from elsewhere, GW_NOT_FINITE for a value that is not finite, and
 * GW_FIT_FAILED when no point holds activity.
 */
export function fitTimeActivity({
  points,
  physicalHalfLife,
  statedHalfLife = null,
  where,
  basis = statedHalfLife && statedHalfLifeBasis(statedHalfLife, where),
  key = where,
}: TimeActivityInput): TimeActivityResult {
  assertUsable(points, where);
  const times = new Set(points.map(point => point.afterAdministration)).size;
  if (times === 0 || (times === 1 && !basis)) throw new GraywiseError('GW_TOO_FEW_TIME_POINTS', { where, found: times });
  if (times === 1 && basis) return fitSingleScan({ points, physicalHalfLife, basis, where, key });
  if (times === 2 && basis?.method === 'map') return fitWithPrior({ points, physicalHalfLife, basis, where, key });
  const physicalRate = Math.LN2 / physicalHalfLife;
  const samples = weightedSamples(points);
  const choice = chooseModel(samples, physicalRate);
  if (!choice) throw new GraywiseError('GW_FIT_FAILED', { where, found: 'the points do not decide a curve' });
  const lastScan = samples.at(-1)?.seconds ?? 0;
  const described = describeFit(choice, samples.length, lastScan, basis !== null);
  const advice = fitAdvice(described, points);
  const fit = advice.length > 0 ? { ...described, advice } : described;
  const timeIntegratedActivity = curveEstimate(INTEGRAL, choice, samples, physicalRate, key);
  const effectiveHalfLife = curveEstimate(HALF_LIFE, choice, samples, physicalRate, key);
  const ratio = scatterOf(choice, samples.length);
  return {
    fit,
    timeIntegratedActivity,
    effectiveHalfLife,
    warnings: curveWarnings({ fit, timeIntegratedActivity, scatterRatio: ratio, where }),
  };
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

function describeFit(choice: ModelChoice, points: number, lastScan: number, halfLifeKnown: boolean): TimeActivityFit {
  const { fitted, parameters, covariance } = choice.chosen.fit;
  const ratio = scatterOf(choice, points);
  return {
    model: fitted.model.model,
    terms: fitted.terms,
    parameterNames: parameters,
    covariance: covariance.map(value => value * ratio),
    residualSumOfSquares: fitted.chiSquare,
    tail: fitted.onEdge[0] === 'low' ? 'physical decay' : 'fitted',
    extrapolatedFraction: integrateCurve(fitted, lastScan) / integrateCurve(fitted),
    reason: halfLifeKnown ? `${choice.reason} No other half-life was needed.` : choice.reason,
    ...(choice.compared.length > 1 && { models: weighedModels(choice) }),
  };
}

function weighedModels({ compared, weights }: ModelChoice): WeighedModel[] {
  return compared.map(({ fit: { fitted }, title }, index) => ({
    title,
    weight: weights[index] ?? 0,
    timeIntegratedActivity: INTEGRAL.of(fitted.terms),
    effectiveHalfLife: HALF_LIFE.of(fitted.terms),
  }));
}

function scatterOf({ chosen: { fit } }: ModelChoice, points: number): number {
  return scatterRatio(fit.fitted.chiSquare, points - fit.parameters.length);
}
