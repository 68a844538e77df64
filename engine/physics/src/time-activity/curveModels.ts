import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import type { TimeActivityFit } from '../record/cycleVerification.js';
import type { CurveParameter, CurveTerm } from './curveParameters.js';

/**
 * A family of curves that is linear in its amplitudes once its rates are known (variable projection, Golub and Pereyra 1973).
 *
 * `rateRanges` are the natural logarithms of the search box: of the clearance rate, then of the ratio of each quicker rate to the one before it. The rates
 * among `parameters` stand in the same order.
 */
export interface CurveModel {
  readonly model: TimeActivityFit['model'];
  readonly parameters: readonly CurveParameter[];
  readonly rateRanges: readonly (readonly [number, number])[];
  readonly rates: (logs: readonly number[]) => readonly number[];
  /** The curves that the amplitudes multiply, at one time. */
  readonly basis: (rates: readonly number[], seconds: number) => readonly number[];
  readonly terms: (rates: readonly number[], amplitudes: readonly number[]) => readonly CurveTerm[];
  /** 1/s when the fast rate is set and not fitted. */
  readonly setFastRate: number | null;
}

const HOUR = 3600;
/** Effective half-lives shorter than this are not resolved by scans hours apart. */
const SHORTEST_HALF_LIFE = HOUR / 4;
/** Two clearance phases closer than this ratio cannot be told apart by a few points. */
export const LEAST_PHASE_RATIO = 2.5;
const LARGEST_RATIO = 400;
/** What is taken up at once is so within the circulation of the blood: a half-time of one minute (Kletting 2013, Med Phys 40, 102504). */
const PROMPT_RATE = Math.LN2 / 60;
/** After this time, s, a first scan no longer sees a fast phase of a few hours. */
export const LATEST_SIGHT_OF_FAST_PHASE = 12 * HOUR;

const logRange = (low: number, high: number): readonly [number, number] => [log(low), log(Math.max(low, high))];
const exponential = (rate: number | undefined, seconds: number): number => exp(-(rate ?? 0) * seconds);
const term = (amplitude: number | undefined, rate: number | undefined): CurveTerm => ({ amplitude: amplitude ?? 0, rate: rate ?? 0 });
const slowAndRatio = (logs: readonly number[]): number[] => [exp(logs[0] ?? 0), exp((logs[0] ?? 0) + (logs[1] ?? 0))];
const slowAndRatios = (logs: readonly number[]): number[] => [...slowAndRatio(logs), exp((logs[0] ?? 0) + (logs[1] ?? 0) + (logs[2] ?? 0))];
/** The largest clearance rate that is searched, 1/s, for a physical decay constant. */
export const fastestRate = (slowest: number): number => Math.max(Math.LN2 / SHORTEST_HALF_LIFE, 50 * slowest);

/** One exponential. `floor` is the physical decay constant, 1/s. */
export function monoExponential(floor: number): CurveModel {
  return {
    model: 'mono-exponential',
    parameters: ['amplitude', 'clearance rate'],
    rateRanges: [logRange(floor, fastestRate(floor))],
    rates: logs => [exp(logs[0] ?? 0)],
    basis: (rates, seconds) => [exponential(rates[0], seconds)],
    terms: (rates, amplitudes) => [term(amplitudes[0], rates[0])],
    setFastRate: null,
  };
}

/** a (e^(-l t) - e^(-u t)): nothing at the administration, uptake at rate u, clearance at rate l. */
export function uptakeAndClearance(floor: number): CurveModel {
  return {
    model: 'uptake and clearance',
    parameters: ['amplitude', 'clearance rate', 'uptake rate'],
    rateRanges: [logRange(floor, fastestRate(floor)), logRange(1.05, LARGEST_RATIO)],
    rates: slowAndRatio,
    basis: (rates, seconds) => [exponential(rates[0], seconds) - exponential(rates[1], seconds)],
    terms: (rates, amplitudes) => [term(amplitudes[0], rates[0]), term(-(amplitudes[0] ?? 0), rates[1])],
    setFastRate: null,
  };
}

/** Two clearance phases, both rates free. */
export function biExponential(floor: number): CurveModel {
  return {
    model: 'bi-exponential',
    parameters: ['slow amplitude', 'clearance rate', 'fast amplitude', 'fast clearance rate'],
    rateRanges: [logRange(floor, fastestRate(floor)), logRange(LEAST_PHASE_RATIO, LARGEST_RATIO)],
    rates: slowAndRatio,
    basis: (rates, seconds) => [exponential(rates[0], seconds), exponential(rates[1], seconds)],
    terms: (rates, amplitudes) => [term(amplitudes[0], rates[0]), term(amplitudes[1], rates[1])],
    setFastRate: null,
  };
}

/** Two clearance phases after uptake from nothing: a e^(-l t) + b e^(-f t) - (a + b) e^(-u t). */
export function triExponential(floor: number): CurveModel {
  return {
    model: 'tri-exponential',
    parameters: ['slow amplitude', 'clearance rate', 'fast amplitude', 'fast clearance rate', 'uptake rate'],
    rateRanges: [logRange(floor, fastestRate(floor)), logRange(LEAST_PHASE_RATIO, LARGEST_RATIO), logRange(1.05, LARGEST_RATIO)],
    rates: slowAndRatios,
    basis: (rates, seconds) => {
      const uptake = exponential(rates[2], seconds);
      return [exponential(rates[0], seconds) - uptake, exponential(rates[1], seconds) - uptake];
    },
    terms: (rates, [slow = 0, fast = 0]) => [term(slow, rates[0]), term(fast, rates[1]), term(-slow - fast, rates[2])],
    setFastRate: null,
  };
}

/**
 * A part that is there at once and a part that is taken up later, p (e^(-l t) - e^(-c t)) + d (e^(-l t) - e^(-u t)), c the circulation of the blood: the
 * function f4d of Kletting and Hardiansyah (`timeIntegratedParametrization`) with p and d in place of its integral and its share a = d / (p + 2 d).
 */
export function promptAndDelayedUptake(floor: number): CurveModel {
  return {
    model: 'prompt and delayed uptake',
    parameters: ['prompt amplitude', 'delayed amplitude', 'clearance rate', 'delayed uptake rate'],
    rateRanges: [logRange(floor, fastestRate(floor)), logRange(1.05, LARGEST_RATIO)],
    rates: slowAndRatio,
    basis: (rates, seconds) => {
      const clearance = exponential(rates[0], seconds);
      return [clearance - exponential(PROMPT_RATE, seconds), clearance - exponential(rates[1], seconds)];
    },
    terms: (rates, [prompt = 0, delayed = 0]) => [term(prompt + delayed, rates[0]), term(-delayed, rates[1]), term(-prompt, PROMPT_RATE)],
    setFastRate: null,
  };
}

/**
 * Two clearance phases of which only the first scan, at `firstScan` seconds, sees the fast one, so that its rate is set (rule T5).
 *
 * A deviation d at the first scan adds d e^(r t) / r to the integral. That is stationary at r = 1 / t: the integral then depends least on the rate
 * that cannot be known. `factor` moves the rate away from there, to ask how much it matters. Null where no fast phase could be seen.
 */
export function biExponentialOfSetFastRate(floor: number, firstScan: number, factor = 1): CurveModel | null {
  const fast = Math.min(factor / firstScan, Math.LN2 / SHORTEST_HALF_LIFE);
  if (firstScan > LATEST_SIGHT_OF_FAST_PHASE || fast < LEAST_PHASE_RATIO * floor) return null;
  const free = biExponential(floor);
  return {
    ...free,
    parameters: ['slow amplitude', 'clearance rate', 'fast amplitude'],
    rateRanges: [logRange(floor, fast / LEAST_PHASE_RATIO)],
    rates: logs => [exp(logs[0] ?? 0), fast],
    setFastRate: fast,
  };
}
