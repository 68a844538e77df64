import type { VolumeGeometry } from '../volume/volumeGeometry.js';
import { ballDiameter } from './ballDiameter.js';

/**
 * The relative standard uncertainty of a volume from drawing its outline on an image: u(V)/V = 3 u(d)/d, u(d)^2 = a^2/6 + w^2/(4 ln 2)
 * (Gear et al., Eur. J. Nucl. Med. Mol. Imaging 45 (2018) 2456, EANM guidance on uncertainty).
 *
 * d is the diameter of the sphere of the same volume. Each of its two ends is uncertain by a voxel's rounding (a^2/12) and by the blur of the image
 * (the variance of a Gaussian of FWHM w, w^2/(8 ln 2)); the two ends add. Spacing a: root mean square over the axes, as an outline runs in all directions.
 *
 * @param volumeMl volume of the region
 * @param resolutionMm FWHM of the image that the region was outlined on; null when not known: then a, the resolution that a grid can show, stands for it.
 */
export function outlineUncertainty(volumeMl: number, geometry: VolumeGeometry, resolutionMm: number | null): number {
  const squaredSpacing = geometry.spacingMm.reduce((sum, spacing) => sum + spacing * spacing, 0) / 3;
  const squaredResolution = resolutionMm === null ? squaredSpacing : resolutionMm * resolutionMm;
  return (3 * Math.sqrt(squaredSpacing / 6 + squaredResolution / (4 * Math.LN2))) / ballDiameter(volumeMl);
}
