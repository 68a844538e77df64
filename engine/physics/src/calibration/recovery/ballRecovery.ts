import { exp } from '../../numerics/exp.js';
import { errorFunction } from './errorFunction.js';
import { FWHM_PER_SIGMA } from './gaussianWidth.js';

/**
 * The share of its activity that an image of Gaussian resolution shows inside the true outline of a ball in cold surroundings (recovery coefficient).
 *
 * Two points of a ball of radius r, drawn at random, lie s apart with the density 4 pi s^2 (1 - 3 s / 4 r + s^3 / 16 r^3) per volume; the share is the
 * integral of that over the Gaussian, in closed form.
 *
 * @param fwhmMm full width at half maximum; 0 gives 1.
 */
export function ballRecovery(diameterMm: number, fwhmMm: number): number {
  if (fwhmMm === 0) return 1;
  const x = (diameterMm * FWHM_PER_SIGMA) / fwhmMm; // diameter in standard deviations
  const end = exp((-x * x) / 2);
  const second = Math.sqrt(Math.PI / 2) * errorFunction(x / Math.SQRT2) - x * end;
  const third = 2 - (x * x + 2) * end;
  const fifth = 8 - (x * x * x * x + 4 * x * x + 8) * end;
  return Math.sqrt(2 / Math.PI) * (second - (1.5 * third) / x + (0.5 * fifth) / (x * x * x));
}
