import { GraywiseError } from '@graywise/physics';

/** The characters that a Decimal String may have (PS3.5 6.2). */
const LONGEST = 16;

/**
 * A number as a Decimal String of at most 16 characters with the most digits that fit, its exponent kept.
 *
 * The relative rounding is at most 5e-9 (a negative number with a negative exponent of three digits), below 1e-11 from 1e-9 upwards. Throws GW_NOT_FINITE.
 */
export function decimalString(value: number, keyword: string): string {
  if (!Number.isFinite(value)) throw new GraywiseError('GW_NOT_FINITE', { unit: keyword, found: value });
  for (let digits = 17; digits > 0; digits--) {
    const text = String(Number(value.toPrecision(digits)));
    if (text.length <= LONGEST) return text;
    const exponential = Number(text).toExponential().replace('e+', 'e');
    if (exponential.length <= LONGEST) return exponential;
  }
  throw new Error(`no Decimal String for ${value}`);
}
