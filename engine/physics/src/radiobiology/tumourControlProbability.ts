import { exp } from '../numerics/exp.js';
import type { DoseDistribution } from './doseDistribution.js';
import { survivingFraction } from './survivingFraction.js';

export interface TumourControlInput {
  /** BED of the tumour's voxels, or its histogram, Gy. */
  readonly bed: DoseDistribution;
  /** 1/Gy. */
  readonly alphaPerGy: number;
  /** Clonogenic cells of the whole tumour, spread evenly. */
  readonly clonogens: number;
}

/**
 * The probability, 0 to 1, that no clonogenic cell survives: exp(-N sum of v exp(-alpha BED)), Poisson and linear-quadratic, for any distribution of dose
 * (rule B7). All cells have one sensitivity, and none is born during the course. Source: Webb and Nahum 1993, Phys Med Biol 38, 653.
 */
export function tumourControlProbability({ bed, alphaPerGy, clonogens }: TumourControlInput): number {
  return exp(-clonogens * survivingFraction(bed, alphaPerGy));
}
