import { exp } from '../numerics/exp.js';
import type { CurveTerm } from '../time-activity/curveParameters.js';
import { integrateCurve } from '../time-activity/integrateCurve.js';

/**
 * The Lea-Catcheside factor between two cycles, `gap` seconds from start to start, 0 to 1: of damage that the one leaves unrepaired when the other's dose
 * comes, either way round. 0: complete repair between them; at a gap of 0 and equal curves it is the factor of one cycle.
 *
 * With c exp(-l t) of the earlier, d exp(-m t) of the later, mu repair and T the gap, each pair of terms adds to G D_1 D_2
 * c d { [exp(-l T) / (m + l) - exp(-mu T) / (m + mu)] / (mu - l) + exp(-l T) / ((l + m) (mu + l)) }: the earlier's damage meets the later's dose, and the
 * later's damage the earlier's dose. From the double integral of Dale 1985, Br J Radiol 58, 515, over two shifted curves.
 */
export function interactionBetweenCycles(
  earlier: readonly CurveTerm[],
  later: readonly CurveTerm[],
  gap: number,
  repairRate: number,
): number {
  const unrepaired = exp(-repairRate * gap);
  let interaction = 0;
  for (const term of earlier) {
    const { amplitude } = term;
    // Where a rate meets that of repair the quotient below is 0/0; a shift of a millionth changes the result by a millionth.
    const rate = Math.abs(repairRate - term.rate) > 1e-6 * repairRate ? term.rate : repairRate * (1 - 1e-6);
    const left = exp(-rate * gap);
    for (const other of later) {
      const damageMeetsDose = (left / (other.rate + rate) - unrepaired / (other.rate + repairRate)) / (repairRate - rate);
      const doseMeetsDamage = left / ((rate + other.rate) * (repairRate + rate));
      interaction += amplitude * other.amplitude * (damageMeetsDose + doseMeetsDamage);
    }
  }
  return interaction / (integrateCurve({ terms: earlier }) * integrateCurve({ terms: later }));
}
