import { exp } from '../numerics/exp.js';
import { meanOverVolume, type DoseDistribution } from './doseDistribution.js';

/**
 * Share of uniformly spread cells that survive a distribution of BED, sum of v exp(-alpha BED), over the share that would survive `referenceGy`
 * everywhere (0: the share itself). `alphaPerGy` in 1/Gy. Source: the linear-quadratic model, Fowler 1989, Br J Radiol 62, 679.
 */
export function survivingFraction(distribution: DoseDistribution, alphaPerGy: number, referenceGy = 0): number {
  return meanOverVolume(distribution, dose => exp(-alphaPerGy * (dose - referenceGy)));
}
