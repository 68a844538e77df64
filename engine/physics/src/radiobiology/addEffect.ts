import { combineEstimates } from '../quantities/combineEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { gray, type Gray } from '../quantities/quantity.js';

/** BED = D + f D^2, Gy, with f = G / (alpha/beta) in 1/Gy; its uncertainty is that of D times 1 + 2 f D. */
export function addEffect(dose: Estimate<Gray>, effectPerGray: number): Estimate<Gray> {
  const sensitivity = 1 + 2 * effectPerGray * dose.value;
  return combineEstimates(gray(dose.value * (1 + effectPerGray * dose.value)), [{ estimate: dose, sensitivity }]);
}
