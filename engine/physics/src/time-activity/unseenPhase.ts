import { exp } from '../numerics/exp.js';
import { gaussLegendre } from '../numerics/gaussLegendre.js';
import { activityAt } from './activityAt.js';
import { LATEST_SIGHT_OF_FAST_PHASE } from './curveModels.js';
import type { CurveTerm, TermDerivatives } from './curveParameters.js';
import type { EarlyPhase } from './earlyPhase.js';

/** The true quantity less that of the curve. */
export interface UnseenPhase {
  /** Its expectation. */
  readonly shift: number;
  /** Its standard deviation about that. */
  readonly deviation: number;
}

export interface UnseenPhaseInput {
  /** The quantity's derivatives with respect to the terms. */
  readonly derivatives: TermDerivatives;
  readonly terms: readonly CurveTerm[];
  /** Of the scans, s, ascending, and the sensitivity of the quantity to each. */
  readonly seconds: readonly number[];
  readonly sensitivities: readonly number[];
  /** Null: the activity is there at once and clears by the curve alone, as an implant does. */
  readonly earlyPhase: EarlyPhase | null;
}

const HOUR = 3600;
/** Half-time of a phase between the administration and an early first scan, s: at most, and as a share of the time of that scan. */
const LONGEST_BEFORE_SCAN = 3 * HOUR;
const SHARE_BEFORE_SCAN = 1 / 4;
const NODES = gaussLegendre(8);

/**
 * What an uptake and a fast phase that the scans do not resolve change in a quantity of one exponential (rule T6).
 *
 * Fewer than three times, or a first scan after 12 h, show neither. Then the true curve is a0 (e^(-l t) + g e^(-f t) - (1 + g) e^(-u t)), nothing at t = 0,
 * with a0 the slow phase at the administration, g = share / (1 - share) and the ranges of `earlyPhase`; to first order the quantity changes by
 * a0 (g F - (1 + g) U), F and U what one Bq of each phase adds to it less what the scans take for the curve. Its mean and mean square over the ranges
 * follow from one-dimensional quadratures, as the three are independent; the quantity itself stays that of the curve, since the ranges are assumed.
 *
 * Three times and more with an early first scan show them, but for what is over by then: a phase as large as the activity at the start, either way, evenly
 * likely. A curve that starts from nothing has had its uptake.
 */
export function unseenPhase(input: UnseenPhaseInput): UnseenPhase {
  const { terms, seconds, earlyPhase } = input;
  if (earlyPhase === null || terms.some(({ amplitude }) => amplitude < 0)) return { shift: 0, deviation: 0 };
  const first = seconds[0] ?? 0;
  const start = activityAt({ terms }, 0);
  if (new Set(seconds).size > 2 && first <= LATEST_SIGHT_OF_FAST_PHASE) {
    const half = Math.min(LONGEST_BEFORE_SCAN, first * SHARE_BEFORE_SCAN);
    return { shift: 0, deviation: half === 0 ? 0 : (start * Math.abs(added(input, half))) / Math.sqrt(3) };
  }
  const { uptakeHours, fastShare, fastHours } = earlyPhase;
  const uptake = moments(uptakeHours, hours => added(input, hours * HOUR));
  const fast = moments(fastHours, hours => added(input, hours * HOUR));
  const ratio = moments(fastShare, share => share / (1 - share));
  const mean = ratio.mean * fast.mean - (1 + ratio.mean) * uptake.mean;
  const square =
    ratio.square * fast.square -
    2 * (ratio.mean + ratio.square) * fast.mean * uptake.mean +
    (1 + 2 * ratio.mean + ratio.square) * uptake.square;
  return { shift: start * mean, deviation: start * Math.sqrt(Math.max(0, square - mean * mean)) };
}

/** What a phase of one Bq at the start and this half-time, s, adds to the quantity, less what it adds to the scans and they pass on. */
function added({ derivatives, terms, seconds, sensitivities }: UnseenPhaseInput, halfTime: number): number {
  const rate = Math.LN2 / halfTime;
  const direct = derivatives({ amplitude: 1, rate }, terms.length).amplitude;
  return seconds.reduce((left, time, index) => left - exp(-rate * time) * (sensitivities[index] ?? 0), direct);
}

/** Mean and mean square of a function over an interval. */
function moments(
  [low, high]: readonly [number, number],
  of: (value: number) => number,
): { readonly mean: number; readonly square: number } {
  let [mean, square] = [0, 0];
  NODES.nodes.forEach((node, index) => {
    const value = of(low + ((node + 1) / 2) * (high - low));
    const weight = (NODES.weights[index] ?? 0) / 2;
    mean += weight * value;
    square += weight * value * value;
  });
  return { mean, square };
}
