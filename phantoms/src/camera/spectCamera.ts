/** A SPECT camera with its reconstruction, as the phantoms use it. */
export interface SpectCamera {
  readonly size: readonly [number, number, number];
  readonly voxelMm: number;
  /** Resolution of the finished image, full width at half maximum of a Gaussian, mm; null: an ideal camera that samples the activity itself. */
  readonly resolutionMm: number | null;
  /** The part of that resolution which is a smoothing after the reconstruction: it correlates the noise. */
  readonly postFilterMm: number;
  /** Counts per second and Bq of both heads together, as the attenuation-corrected image shows them. */
  readonly sensitivity: number;
  /** Share of the photons that leave the patient: noise is that of the counts really detected. */
  readonly detectedShare: number;
  readonly heads: number;
  readonly viewsPerHead: number;
  readonly secondsPerView: number;
  readonly secondsBetweenViews: number;
}

/**
 * A two-headed camera with a medium-energy collimator. 9 cps/MBq at 208 keV for both heads is usual for such collimators; the detected share is that of 10 cm of
 * water at 208 keV, exp(-0.136/cm * 10 cm), the typical depth in an adult trunk.
 *
 * `resolutionMm` null: an ideal camera, for which attenuation costs no counts and voxels, a blur of their own, are half as large.
 */
export function spectCamera(size: 'full' | 'small', resolutionMm: number | null): SpectCamera {
  const ideal = resolutionMm === null;
  const [columns, slices, voxelMm] = size === 'full' ? [128, 88, 4.42] : [96, 80, 4.8];
  const finer = ideal ? 2 : 1;
  return {
    size: [columns * finer, columns * finer, slices * finer],
    voxelMm: voxelMm / finer,
    resolutionMm,
    postFilterMm: ideal ? 0 : 0.7 * resolutionMm,
    sensitivity: 9e-6,
    detectedShare: ideal ? 1 : 0.26,
    heads: 2,
    viewsPerHead: 60,
    secondsPerView: 20,
    secondsBetweenViews: 3,
  };
}
