/** CT number to mass density: pairs of HU and g/mL in ascending HU, linear between them, constant beyond the ends. */
export type DensityCurve = readonly (readonly [hounsfield: number, densityGPerMl: number])[];

/**
 * The built-in curve: Schneider, Bortfeld, Schlegel, Phys. Med. Biol. 45 (2000) 459, mended to be monotone between 23 and 101 HU.
 * How and why is in data/schneider2000; it holds for unenhanced CT at about 120 kV, contrast agent reads too dense.
 */
export const SCHNEIDER_DENSITY_CURVE: DensityCurve = [
  [-1000, 0.00121],
  [-98, 0.93],
  [-97, 0.930486],
  [14, 1.03],
  [23, 1.031],
  [101, 1.0762],
  [1600, 1.9642],
  [3000, 2.8],
];

/**
 * Relative standard uncertainty of a soft tissue's density from its CT number: suggested, the centre must confirm.
 * It covers the 1 % by which the curve and ICRU 44 differ for soft organs and 10 HU of scanner calibration.
 */
export const SUGGESTED_DENSITY_UNCERTAINTY = 0.02;
