import { expm1 } from '../numerics/expm1.js';
import { exp } from '../numerics/exp.js';

/**
 * Self-attenuation of a source of thickness x in a conjugate view: f = (mu x / 2) / sinh(mu x / 2). 1 for a thin source, below 1 for a thick one.
 *
 * Source: Siegel et al., MIRD Pamphlet 16, J Nucl Med 40 (1999) 37S.
 *
 * @param attenuationPerCm - linear attenuation coefficient within the source, 1/cm
 * @param thicknessCm - thickness of the source along the view, cm
 */
export function sourceThicknessFactor(attenuationPerCm: number, thicknessCm: number): number {
  const half = (attenuationPerCm * thicknessCm) / 2;
  // sinh y = (e^y - e^-y) / 2 = e^-y (e^2y - 1) / 2
  return half === 0 ? 1 : (2 * half) / (exp(-half) * expm1(2 * half));
}
