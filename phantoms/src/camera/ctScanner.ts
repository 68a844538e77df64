/** The CT of a hybrid scanner. */
export interface CtScanner {
  readonly size: readonly [number, number, number];
  readonly pixelMm: number;
  readonly sliceMm: number;
  /** Standard deviation of the in-plane Gaussian resolution, mm. */
  readonly sigmaMm: number;
  /** Standard deviation of the noise, HU. */
  readonly noiseHounsfield: number;
}

/** A low-dose CT for attenuation correction. */
export function ctScanner(size: 'full' | 'small'): CtScanner {
  return size === 'full'
    ? { size: [256, 256, 130], pixelMm: 1.95, sliceMm: 3, sigmaMm: 1, noiseHounsfield: 17 }
    : { size: [128, 128, 98], pixelMm: 3.9, sliceMm: 4, sigmaMm: 1.5, noiseHounsfield: 17 };
}
