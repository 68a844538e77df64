import type { Estimate } from '../quantities/estimate.js';
import type { Gray, Second } from '../quantities/quantity.js';
import type { CurveTerm } from '../time-activity/curveParameters.js';
import { addEffect } from './addEffect.js';
import { lethalInteraction } from './lethalInteraction.js';

export interface EffectInput {
  readonly dose: Estimate<Gray>;
  /** Terms of the region's time-activity fit; only their proportions matter. */
  readonly terms: readonly CurveTerm[];
  readonly alphaBetaGy: number;
  readonly repairHalfTime: Second;
}

/**
 * Biologically effective dose of one cycle, Gy: BED = D + G D^2 / (alpha/beta), the dose rate following the time-activity curve (rule B1).
 *
 * The uncertainty is that of the absorbed dose times dBED/dD = 1 + 2 G D / (alpha/beta); alpha/beta and the repair half-time are conventions that a
 * centre fixes and carry none. BEDs of cycles weeks apart add.
 */
export function biologicallyEffectiveDose({ dose, terms, alphaBetaGy, repairHalfTime }: EffectInput): Estimate<Gray> {
  return addEffect(dose, lethalInteraction(terms, Math.LN2 / repairHalfTime) / alphaBetaGy);
}
