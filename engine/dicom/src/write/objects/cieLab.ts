/** White of the profile connection space of ICC profiles, D50, to which PS3.3 C.10.7.1.1 refers CIELab values. */
const WHITE_D50 = [0.9642, 1, 0.8249] as const;

/** Linear sRGB to CIE XYZ adapted to D50 (Bradford), from the sRGB profile of IEC 61966-2-1. */
const SRGB_TO_XYZ_D50 = [
  [0.4360747, 0.3850649, 0.1430804],
  [0.2225045, 0.7168786, 0.0606169],
  [0.0139322, 0.0971045, 0.7141733],
] as const;

/** An sRGB colour, 0 to 255 each, as the three 16-bit numbers of RecommendedDisplayCIELabValue. */
export function cieLab(color: readonly [number, number, number]): [number, number, number] {
  const linear = color.map(channel => linearLight(channel / 255));
  const [x, y, z] = SRGB_TO_XYZ_D50.map((row, i) => labCurve(row.reduce((sum, weight, j) => sum + weight * linear[j]!, 0) / WHITE_D50[i]!));
  const lightness = 116 * y! - 16;
  const a = 500 * (x! - y!);
  const b = 200 * (y! - z!);
  return [scaled(lightness / 100), scaled((a + 128) / 255), scaled((b + 128) / 255)];
}

function linearLight(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function labCurve(ratio: number): number {
  return ratio > (6 / 29) ** 3 ? Math.cbrt(ratio) : ratio / (3 * (6 / 29) ** 2) + 4 / 29;
}

function scaled(fraction: number): number {
  return Math.min(65535, Math.max(0, Math.round(fraction * 65535)));
}
