import { cbrt } from '@graywise/physics';
type Triple = readonly [number, number, number];

/** White of the profile connection space of ICC profiles, D50, to which PS3.3 C.10.7.1.1 refers CIELab values. */
const WHITE_D50: Triple = [0.9642, 1, 0.8249];

/** Linear sRGB to CIE XYZ adapted to D50 (Bradford), from the sRGB profile of IEC 61966-2-1; one row each for X, Y and Z. */
const SRGB_TO_X: Triple = [0.4360747, 0.3850649, 0.1430804];
const SRGB_TO_Y: Triple = [0.2225045, 0.7168786, 0.0606169];
const SRGB_TO_Z: Triple = [0.0139322, 0.0971045, 0.7141733];

/** An sRGB colour, 0 to 255 each, as the three 16-bit numbers of RecommendedDisplayCIELabValue. */
export function cieLab([red, green, blue]: Triple): [number, number, number] {
  const linear: Triple = [linearLight(red / 255), linearLight(green / 255), linearLight(blue / 255)];
  const x = labCurve(dot(SRGB_TO_X, linear) / WHITE_D50[0]);
  const y = labCurve(dot(SRGB_TO_Y, linear) / WHITE_D50[1]);
  const z = labCurve(dot(SRGB_TO_Z, linear) / WHITE_D50[2]);
  return [scaled((116 * y - 16) / 100), scaled((500 * (x - y) + 128) / 255), scaled((200 * (y - z) + 128) / 255)];
}

function dot(a: Triple, b: Triple): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function linearLight(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function labCurve(ratio: number): number {
  return ratio > (6 / 29) ** 3 ? cbrt(ratio) : ratio / (3 * (6 / 29) ** 2) + 4 / 29;
}

function scaled(fraction: number): number {
  return Math.min(65535, Math.max(0, Math.round(fraction * 65535)));
}
