import { exp } from '../../numerics/exp.js';
import { errorFunction } from './errorFunction.js';

/**
 * What a ball of concentration 1 and radius `radiusMm` has at the distance `distanceMm` from its centre after convolution with an isotropic Gaussian of
 * standard deviation `sigmaMm`: 1/2 [erf((r + p) / s sqrt 2) + erf((r - p) / s sqrt 2)] - s / (p sqrt(2 pi)) [e^(-(r - p)^2 / 2 s^2) - e^(-(r + p)^2 / 2 s^2)].
 * At the centre its limit.
 */
export function blurredBall(distanceMm: number, radiusMm: number, sigmaMm: number): number {
  const near = (radiusMm - distanceMm) / sigmaMm;
  const far = (radiusMm + distanceMm) / sigmaMm;
  if (distanceMm < 1e-6 * sigmaMm) return errorFunction(near / Math.SQRT2) - Math.sqrt(2 / Math.PI) * near * exp((-near * near) / 2);
  const shell = exp((-near * near) / 2) - exp((-far * far) / 2);
  const within = (errorFunction(far / Math.SQRT2) + errorFunction(near / Math.SQRT2)) / 2;
  return within - ((sigmaMm / distanceMm) * shell) / Math.sqrt(2 * Math.PI);
}
