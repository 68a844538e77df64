import { formatNumber } from './formatNumber.js';

/** A number with a stated number of significant digits, without exponents. */
export function formatSignificant(value: number, digits = 3): string {
  if (value === 0 || !Number.isFinite(value)) return value === 0 ? '0' : 'not stated';
  return formatNumber(value, digits - 1 - Math.floor(Math.log10(Math.abs(Number(value.toPrecision(digits)))) + 1e-12));
}
