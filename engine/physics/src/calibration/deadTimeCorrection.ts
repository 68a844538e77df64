import { log } from '../numerics/log.js';
import { GraywiseError } from '../errors/GraywiseError.js';
import type { DeadTimeFacts } from '../record/facts.js';

/**
 * The factor from an observed to a true count rate, 1 or more.
 *
 * Paralyzable, observed = true * exp(-true * tau): inverted on the branch below 1/tau by Newton's method, which is Lambert's W0 in other words.
 * Non-paralyzable, observed = true / (1 + true * tau): solved outright.
 *
 * @param observedRate counts per second of one detector in the photopeak, for which `model.tau` was measured.
 *
 * Throws GW_DEAD_TIME for a rate that the model cannot produce: above 1 / (e tau) paralyzable, 1 / tau or more non-paralyzable.
 */
export function deadTimeCorrection(observedRate: number, model: DeadTimeFacts): number {
  const x = observedRate * model.tau;
  const limit = model.model === 'paralyzable' ? 1 / Math.E : 1;
  const possible = model.model === 'paralyzable' ? x <= limit : x < limit;
  if (!(x >= 0 && possible))
    throw new GraywiseError('GW_DEAD_TIME', { found: Math.round(observedRate), expected: Math.round(limit / model.tau) });
  return model.model === 'paralyzable' ? paralyzableFactor(x) : 1 / (1 - x);
}

/**
 * f = true / observed solves ln f = x f; on the branch of f between 1 and e. g(f) = ln f - x f is concave and rises to its maximum at 1/x >= e, so
 * Newton's method from the left end climbs to the root without passing it.
 */
function paralyzableFactor(x: number): number {
  let factor = 1;
  for (let step = 0; step < 200; step++) {
    const next = factor - (log(factor) - x * factor) / (1 / factor - x);
    if (!(next > factor)) break;
    factor = Math.min(next, Math.E);
  }
  return factor;
}
