import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import { warning, type Warning } from '../errors/warningTable.js';
import { combineEstimates } from '../quantities/combineEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { multiplyEstimates } from '../quantities/multiplyEstimates.js';
import { uncorrectedShift, uncorrectedShiftOf } from '../quantities/uncorrectedShift.js';
import { becquerel, becquerelSecond, second, type Second } from '../quantities/quantity.js';
import type { CurvePoint, HalfLifeBasis, TimeActivityFit } from '../record/cycleVerification.js';
import type { CurveTerm } from './curveParameters.js';
import type { EarlyPhase } from './earlyPhase.js';
import type { TimeActivityResult } from './fitTimeActivity.js';
import { integralDerivatives } from './curveDerivatives.js';
import type { Beside } from './holdingDeviation.js';
import { meanActivity } from './meanActivity.js';
import { singleScanSpread } from './singleScanSpread.js';
import { unseenPhase } from './unseenPhase.js';

/** One scan and what is known of the half-life. `where` names the region in messages. */
export interface SingleScanInput {
  /** At one time; several are averaged. */
  readonly points: readonly CurvePoint[];
  readonly physicalHalfLife: Second;
  readonly basis: HalfLifeBasis;
  readonly earlyPhase: EarlyPhase | null;
  readonly where: string;
  /** Names the fit's own uncertainty as a random variable: of one region in one cycle. */
  readonly key: string;
}

type Method = HalfLifeBasis['method'];

const MODELS: Readonly<Record<Method, TimeActivityFit['model']>> = {
  own: 'own half-life',
  population: 'population half-life',
  map: 'maximum a posteriori',
  haenscheid: 'Hänscheid 2018',
  stated: 'stated half-life',
};
const TAILS: Readonly<Record<Method, TimeActivityFit['tail']>> = {
  own: 'own half-life',
  population: 'population half-life',
  map: 'population half-life',
  haenscheid: 'population half-life',
  stated: 'stated half-life',
};
/** In the warning that every curve of one scan carries. */
const WORDS: Readonly<Record<Method, string>> = {
  own: "the patient's own effective half-life",
  population: 'the effective half-life of a population',
  map: 'the most probable effective half-life',
  haenscheid: '2 t A(t) / ln 2, to be held against the effective half-life of a population',
  stated: 'a stated effective half-life',
};
const REASONS: Readonly<Record<Method, string>> = {
  own: "One time point: the curve follows the patient's own effective half-life",
  population: 'One time point: the curve follows the effective half-life of a population (Madsen 2013)',
  map: 'One time point decides no half-life, so the most probable one is that of the population',
  haenscheid: 'One time point: the integral is 2 t A(t) / ln 2 (Hänscheid 2018); how far that may err follows from a population',
  stated: 'One time point: the curve follows the effective half-life that was stated',
};

/**
 * The curve of a single scan at time t (rules T7, T17 and T19): integral A(t) k with k = T / ln 2 * 2^(t/T), or k = 2 t / ln 2 by Hänscheid. Its
 * uncertainty is that of the measured activity, what the half-life's distribution, which ends at the physical half-life, leaves open beside all else
 * (`singleScanSpread`), and what an unseen phase may be (rule T6). T is the median of that distribution; a stated T is taken as stated, and held at the physical half-life with a warning. The patient's own earlier curve brings what it holds beside its slow phase as a factor.
 *
 * The half-life's share keeps the keys of the half-life, so that one half-life is one random variable wherever it is used.
 */
export function fitSingleScan({ points, physicalHalfLife, basis, earlyPhase, where, key }: SingleScanInput): TimeActivityResult {
  const { method, halfLife, wholePerSlowPhase } = basis;
  const seconds = points[0]?.afterAdministration ?? 0;
  const activity = meanActivity(points);
  const held =
    method === 'stated'
      ? second(Math.min(halfLife.value, physicalHalfLife))
      : singleScanSpread({ halfLife, physicalHalfLife, seconds }).median;
  const rate = Math.LN2 / (method === 'haenscheid' ? haenscheidHalfLife(seconds, held, physicalHalfLife) : held);
  const perActivity = method === 'haenscheid' ? (2 * seconds) / Math.LN2 : exp(rate * seconds) / rate;
  const term = { amplitude: activity.value * perActivity * rate, rate };
  const early = wholePerSlowPhase ?? assumedEarlyPart(term, seconds, perActivity, earlyPhase, key);
  const beside = uncertainBeside(multiplyEstimates(activity, early, becquerel));
  const spread = singleScanSpread({ halfLife, physicalHalfLife, seconds, held, perActivity, beside });
  const factor = fromHalfLife(perActivity, spread.logDeviation * (seconds * Math.LN2 > held ? -1 : 1), halfLife);
  const timeIntegratedActivity = combineEstimates(becquerelSecond(activity.value * perActivity * early.value), [
    { estimate: activity, sensitivity: perActivity * early.value },
    { estimate: factor, sensitivity: activity.value * early.value },
    { estimate: early, sensitivity: activity.value * perActivity },
  ]);
  const growth = perActivity * rate;
  const warnings: Warning[] = [warning('GW_SINGLE_TIME_POINT', { where, method: WORDS[method], found: (held / 3600).toFixed(1) })];
  if (halfLife.value > physicalHalfLife) warnings.push(warning('GW_PHYSICAL_DECAY_FLOOR', { where }));
  return {
    fit: {
      model: MODELS[method],
      terms: [term],
      parameterNames: ['amplitude', 'clearance rate'],
      covariance: singlePointCovariance(activity.standardUncertainty, growth, term, seconds, spread.halfLifeLogDeviation),
      residualSumOfSquares: 0,
      tail: TAILS[method],
      extrapolatedFraction: exp(-rate * seconds),
      reason: `${REASONS[method]}: ${basis.source}.`,
      singleScan: basis,
    },
    timeIntegratedActivity,
    effectiveHalfLife: fromHalfLife(held, spread.halfLifeLogDeviation, halfLife),
    warnings,
  };
}

/** Relative: what is expected of a value and not corrected, and how it deviates from that. */
function uncertainBeside(estimate: Estimate): Beside {
  const { value, standardUncertainty } = estimate;
  if (!(value > 0)) return { shift: 0, deviation: 0 };
  const shift = uncorrectedShiftOf(estimate);
  return { shift: shift / value, deviation: Math.sqrt(standardUncertainty ** 2 - shift ** 2) / value };
}

/** The whole integral over that of the slow phase, where nothing is known of the early hours but what is assumed (rule T6). */
function assumedEarlyPart(term: CurveTerm, seconds: number, perActivity: number, earlyPhase: EarlyPhase | null, key: string): Estimate {
  const unseen = unseenPhase({
    derivatives: integralDerivatives,
    terms: [term],
    seconds: [seconds],
    sensitivities: [perActivity],
    earlyPhase,
  });
  const perIntegral = term.rate / term.amplitude;
  return makeEstimate(1, [
    { source: 'fit', key: `fit:${key}`, standardUncertainty: unseen.deviation * perIntegral },
    ...uncorrectedShift(unseen.shift * perIntegral),
  ]);
}

/** 2 t A / ln 2 is the integral of one exponential whose half-life is t, and of one whose half-life is t / 2: the one that is nearer is shown. */
function haenscheidHalfLife(seconds: number, median: number, physicalHalfLife: number): Second {
  const halfIsNearer = log(median / seconds) < log(0.5) / 2;
  return second(seconds > physicalHalfLife || halfIsNearer ? seconds / 2 : seconds);
}

/** A lognormal value of relative standard uncertainty `relative`, divided over the random variables that the half-life is made of. */
function fromHalfLife<Q extends number>(value: Q, relative: number, halfLife: Estimate<Second>): Estimate<Q> {
  const total = halfLife.standardUncertainty;
  const contributions = halfLife.contributions.map(share => ({
    ...share,
    standardUncertainty: total > 0 ? (value * relative * share.standardUncertainty) / total : 0,
  }));
  return makeEstimate(value, contributions, { distribution: 'lognormal', degreesOfFreedom: halfLife.degreesOfFreedom });
}

/** Covariance of (amplitude, rate), row by row: the point is measured, the rate comes from elsewhere, and the amplitude at zero depends on both. */
function singlePointCovariance(point: number, growth: number, term: CurveTerm, seconds: number, spread: number): number[] {
  const rateDeviation = term.rate * spread;
  const along = term.amplitude * seconds * rateDeviation;
  return [(point * growth) ** 2 + along ** 2, along * rateDeviation, along * rateDeviation, rateDeviation ** 2];
}
