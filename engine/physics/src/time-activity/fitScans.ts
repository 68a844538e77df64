import { GraywiseError } from '../errors/GraywiseError.js';
import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { second, type BecquerelSecond, type Second } from '../quantities/quantity.js';
import type { CurvePoint, TimeActivityFit, WeighedModel } from '../record/cycleVerification.js';
import { activityAt } from './activityAt.js';
import type { EarlyPhase } from './earlyPhase.js';
import { chooseModel, type ModelChoice } from './chooseModel.js';
import { halfLifeDerivatives, integralDerivatives } from './curveDerivatives.js';
import { curveEstimate } from './curveEstimate.js';
import { curveWarnings } from './curveWarnings.js';
import { fitAdvice } from './fitAdvice.js';
import type { ChosenTail, TimeActivityResult } from './fitTimeActivity.js';
import { integrateCurve } from './integrateCurve.js';
import { scatterRatio, type CurveQuantity } from './modelEstimate.js';
import { tailedIntegral } from './tailedIntegral.js';
import { weightedSamples } from './weightedSamples.js';

const HALF_LIFE: CurveQuantity<Second> = { of: terms => second(Math.LN2 / (terms[0]?.rate ?? NaN)), derivatives: halfLifeDerivatives };
const INTEGRAL: CurveQuantity<BecquerelSecond> = { of: terms => integrateCurve({ terms }), derivatives: integralDerivatives };

interface ScansInput {
  /** At two times or more. */
  readonly points: readonly CurvePoint[];
  readonly physicalHalfLife: Second;
  readonly tail: ChosenTail | null;
  readonly isHalfLifeStated: boolean;
  readonly earlyPhase: EarlyPhase | null;
  readonly where: string;
  readonly key: string;
}

/** The curve of two times and more: every model that they allow, the integral averaged over them (rules T4, T6, T12, T14). */
export function fitScans({ points, physicalHalfLife, tail, isHalfLifeStated, earlyPhase, where, key }: ScansInput): TimeActivityResult {
  const physicalRate = Math.LN2 / physicalHalfLife;
  const circumstances = { physicalRate, earlyPhase };
  const samples = weightedSamples(points);
  const choice = chooseModel(samples, physicalRate);
  if (!choice) throw new GraywiseError('GW_FIT_FAILED', { where, found: 'the points do not decide a curve' });
  const lastScan = samples.at(-1)?.seconds ?? 0;
  const tailRate = tail && (tail.rule === 'physical decay' ? physicalRate : Math.LN2 / Math.min(physicalHalfLife, tail.halfLife.value));
  const quantity = tailRate === null ? INTEGRAL : tailedIntegral(lastScan, tailRate);
  const { fitted } = choice.chosen.fit;
  const ratio = scatterRatio(fitted.chiSquare, samples.length - choice.chosen.fit.parameters.length);
  const timeIntegratedActivity = withTail(curveEstimate(quantity, choice, samples, circumstances, key), tail, activityAt(fitted, lastScan));
  const after = tailRate === null ? integrateCurve(fitted, lastScan) : activityAt(fitted, lastScan) / tailRate;
  const described: TimeActivityFit = {
    model: fitted.model.model,
    terms: fitted.terms,
    parameterNames: choice.chosen.fit.parameters,
    covariance: choice.chosen.fit.covariance.map(value => value * ratio),
    residualSumOfSquares: fitted.chiSquare,
    tail: tail?.rule ?? (fitted.onEdge[0] === 'low' ? 'physical decay' : 'fitted'),
    extrapolatedFraction: after / quantity.of(fitted.terms),
    reason: [choice.reason, ...reasonsOf(tail, isHalfLifeStated)].join(' '),
    ...(choice.compared.length > 1 && { models: weighedModels(choice, quantity) }),
  };
  const advice = fitAdvice(described, points);
  const fit = advice.length > 0 ? { ...described, advice } : described;
  return {
    fit,
    timeIntegratedActivity,
    effectiveHalfLife: curveEstimate(HALF_LIFE, choice, samples, circumstances, key),
    warnings: curveWarnings({ points, fit, isFloorOfFit: fitted.onEdge[0] === 'low', timeIntegratedActivity, scatterRatio: ratio, where }),
  };
}

/** The half-life of a chosen tail is as uncertain as its population. */
function withTail(integral: Estimate<BecquerelSecond>, tail: ChosenTail | null, activity: number): Estimate<BecquerelSecond> {
  if (tail?.rule !== 'population half-life') return integral;
  const shares = tail.halfLife.contributions.map(share => ({
    ...share,
    standardUncertainty: (share.standardUncertainty * activity) / Math.LN2,
  }));
  return makeEstimate(integral.value, [...integral.contributions, ...shares], { degreesOfFreedom: integral.degreesOfFreedom });
}

function reasonsOf(tail: ChosenTail | null, isHalfLifeStated: boolean): string[] {
  if (tail?.rule === 'physical decay') return ['After the last scan a person chose physical decay.'];
  if (tail) return [`After the last scan a person chose the half-life of a population: ${tail.source}.`];
  return isHalfLifeStated ? ['The stated half-life was not needed.'] : [];
}

function weighedModels({ compared, weights }: ModelChoice, quantity: CurveQuantity<BecquerelSecond>): WeighedModel[] {
  return compared.map(({ fit: { fitted }, title }, index) => ({
    title,
    weight: weights[index] ?? 0,
    timeIntegratedActivity: quantity.of(fitted.terms),
    effectiveHalfLife: HALF_LIFE.of(fitted.terms),
  }));
}
