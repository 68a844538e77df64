import { normalCumulative } from '../quantities/normalCumulative.js';
import type { DoseDistribution } from './doseDistribution.js';
import { generalizedEquivalentUniformDose } from './generalizedEquivalentUniformDose.js';

/** A normal tissue in the model of Lyman, Kutcher and Burman, for doses of the kind that its publication states (Gy, EQD2, BED). */
export interface ComplicationModel {
  /** The uniform dose that harms half of the patients, Gy. */
  readonly d50Gy: number;
  /** Spread of the tolerance, as a share of d50. */
  readonly m: number;
  /** Volume effect: 1 for an organ that answers to its mean dose, towards 0 for one that answers to its largest. */
  readonly n: number;
}

/**
 * The probability of a complication, 0 to 1: NTCP = Phi((gEUD - D50) / (m D50)) with a = 1 / n (rule B8).
 *
 * Sources: Lyman 1985, Radiat Res 104, S13; Kutcher and Burman 1989, Int J Radiat Oncol Biol Phys 16, 1623; with gEUD: Mohan 1992, Med Phys 19, 933.
 */
export function complicationProbability(distribution: DoseDistribution, { d50Gy, m, n }: ComplicationModel): number {
  return normalCumulative((generalizedEquivalentUniformDose(distribution, 1 / n) - d50Gy) / (m * d50Gy));
}
