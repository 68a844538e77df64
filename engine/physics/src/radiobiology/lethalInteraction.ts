import type { CurveTerm } from '../time-activity/curveParameters.js';

/**
 * The Lea-Catcheside factor G of a dose rate in proportion to sum of c exp(-l t), with mono-exponential repair at rate `repairRate` (1/s), 0 to 1.
 *
 * G D^2 = 2 sum over i, j of c_i c_j / ((l_i + l_j) (mu + l_i)) with D = sum of c_i / l_i; amplitudes may be negative (uptake). It is the closed form of
 * 2 integral of D'(t) integral up to t of D'(w) exp(-mu (t - w)) dw dt. Source: Baechler 2008, Med Phys 35, 1123; Dale 1985, Br J Radiol 58, 515.
 */
export function lethalInteraction(terms: readonly CurveTerm[], repairRate: number): number {
  let interaction = 0;
  let total = 0;
  for (const { amplitude, rate } of terms) {
    total += amplitude / rate;
    for (const other of terms) interaction += (2 * amplitude * other.amplitude) / ((rate + other.rate) * (repairRate + rate));
  }
  return interaction / (total * total);
}
