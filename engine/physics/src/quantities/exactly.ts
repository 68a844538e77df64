import type { Estimate } from './estimate.js';
import { makeEstimate } from './makeEstimate.js';

/** A value taken as exact: no uncertainty, no contributions. */
export function exactly<Q extends number>(value: Q): Estimate<Q> {
  return makeEstimate(value, []);
}
