import { log } from '../numerics/log.js';
import { gray, type Gray } from '../quantities/quantity.js';
import type { DoseDistribution } from './doseDistribution.js';
import { doseRange } from './doseDistribution.js';
import { survivingFraction } from './survivingFraction.js';

/**
 * The uniform dose that as many cells survive, Gy: -(1/alpha) ln (sum of v exp(-alpha D)); `alphaPerGy` in 1/Gy (rule B6).
 *
 * Of a distribution of BED it is the EUBED: the logarithm of survival is -alpha BED in the linear-quadratic model. Sources: Niemierko 1997, Med Phys 24,
 * 103; O'Donoghue 1999, J Nucl Med 40, 1337 (EUBED of radionuclide therapy).
 */
export function equivalentUniformDose(distribution: DoseDistribution, alphaPerGy: number): Gray {
  const { least } = doseRange(distribution);
  // Survival above that of the least dose is taken apart, or it would vanish at a few hundred gray.
  return gray(least - log(survivingFraction(distribution, alphaPerGy, least)) / alphaPerGy);
}
