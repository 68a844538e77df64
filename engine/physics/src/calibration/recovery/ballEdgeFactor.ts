import { blurredBall } from './blurredBall.js';
import { FWHM_PER_SIGMA } from './gaussianWidth.js';

/**
 * The factor phi of the EANM guidance on uncertainty (Gear et al., Eur. J. Nucl. Med. Mol. Imaging 45 (2018) 2456): twice what the image shows at the edge
 * of a ball of concentration 1. Counts C in the outline follow its volume V as dC / C = phi / (2 R) dV / V, R the recovery.
 */
export function ballEdgeFactor(diameterMm: number, fwhmMm: number): number {
  return fwhmMm === 0 ? 1 : 2 * blurredBall(diameterMm / 2, diameterMm / 2, fwhmMm / FWHM_PER_SIGMA);
}
