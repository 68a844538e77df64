/** Colours for regions that state none: distinct on a grey image, in turn. */
const DEFAULTS: readonly (readonly [number, number, number])[] = [
  [230, 159, 0],
  [86, 180, 233],
  [0, 158, 115],
  [240, 228, 66],
  [0, 114, 178],
  [213, 94, 0],
  [204, 121, 167],
];

/** The colour of the region of that index when the object states none. */
export function defaultColor(index: number): readonly [number, number, number] {
  return DEFAULTS[index % DEFAULTS.length] ?? [255, 255, 255];
}

/**
 * sRGB (0 to 255) of a RecommendedDisplayCIELabValue: three 16-bit numbers for L* 0 to 100, a* and b* -128 to 127 (PS3.3 C.10.7.1.1).
 * CIE 1976 L*a*b* under D50, adapted to D65 by the Bradford matrix, after IEC 61966-2-1.
 */
export function rgbFromDicomLab([l = 0, a = 0, b = 0]: readonly number[]): readonly [number, number, number] {
  const lightness = (l / 65535) * 100;
  const fy = (lightness + 16) / 116;
  const fx = fy + ((a / 65535) * 255 - 128) / 500;
  const fz = fy - ((b / 65535) * 255 - 128) / 200;
  const inverse = (t: number): number => (t > 6 / 29 ? t ** 3 : 3 * (6 / 29) ** 2 * (t - 4 / 29));
  const [x, y, z] = [0.9642 * inverse(fx), inverse(fy), 0.8251 * inverse(fz)];
  const red = 3.1338561 * x - 1.6168667 * y - 0.4906146 * z;
  const green = -0.9787684 * x + 1.9161415 * y + 0.033454 * z;
  const blue = 0.0719453 * x - 0.2289914 * y + 1.4052427 * z;
  return [channel(red), channel(green), channel(blue)];
}

function channel(linear: number): number {
  const encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, Math.max(0, encoded)));
}
