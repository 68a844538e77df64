import { log } from '../numerics/log.js';
import { combineEstimates } from '../quantities/combineEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { second, type Second } from '../quantities/quantity.js';

/**
 * Residence time in the whole body from one retention: tau = t / ln(1 / R), s, one exponential from the administration on.
 *
 * @param retention - share of the administered activity in the body at `after`, decay included, between 0 and 1
 */
export function residenceOfOneRetention(retention: Estimate, after: Second): Estimate<Second> {
  const logarithm = -log(retention.value);
  return combineEstimates(second(after / logarithm), [{ estimate: retention, sensitivity: after / (logarithm ** 2 * retention.value) }]);
}
