import { exp } from '../numerics/exp.js';
import { activityAt } from './activityAt.js';
import type { CurveTerm, TermDerivatives } from './curveParameters.js';

/** Half-time of a phase that the scans do not show, s; of one that a late first scan hides. */
const UNSEEN_HALF_TIME = 3 * 3600;
const HIDDEN_HALF_TIME = 4 * 3600;

export interface UnseenPhaseInput {
  /** The quantity's derivatives with respect to the terms. */
  readonly derivatives: TermDerivatives;
  readonly terms: readonly CurveTerm[];
  /** Of the scans, s, ascending, and the sensitivity of the quantity to each. */
  readonly seconds: readonly number[];
  readonly sensitivities: readonly number[];
}

/**
 * What an uptake or a fast phase that the scans do not resolve would change in a quantity, as a standard uncertainty (rule T6): as large as the activity
 * at the start, either way, evenly likely. What it adds to the points is taken for the curve and counts with their sensitivities.
 *
 * Three times and more would show it, unless it is over at the first but for a sixteenth, a quarter of its time being the half-time; two or one do not: 3 h,
 * and 4 h for scans from 24 h on. A curve that starts from nothing has had its uptake.
 */
export function unseenPhase({ derivatives, terms, seconds, sensitivities }: UnseenPhaseInput): number {
  if (terms.some(({ amplitude }) => amplitude < 0)) return 0;
  const first = seconds[0] ?? 0;
  const isShown = new Set(seconds).size > 2;
  const halfTime = isShown ? Math.min(UNSEEN_HALF_TIME, first / 4) : Math.min(HIDDEN_HALF_TIME, Math.max(UNSEEN_HALF_TIME, first / 6));
  const rate = Math.LN2 / halfTime;
  const direct = derivatives({ amplitude: 1, rate }, terms.length).amplitude;
  const taken = seconds.reduce((sum, time, index) => sum + exp(-rate * time) * (sensitivities[index] ?? 0), 0);
  return (activityAt({ terms }, 0) * Math.abs(direct - taken)) / Math.sqrt(3);
}
