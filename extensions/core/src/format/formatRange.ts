import { decimalsFor } from './decimalsFor.js';
import { formatNumber } from './formatNumber.js';
import { formatSignificant } from './formatSignificant.js';

/** A range as "14.9 to 21.8", with the first two digits of half its width. */
export function formatRange([low, high]: readonly [number, number]): string {
  const decimals = decimalsFor((high - low) / 2);
  if (decimals === null) return `${formatSignificant(low)} to ${formatSignificant(high)}`;
  return `${formatNumber(low, decimals)} to ${formatNumber(high, decimals)}`;
}
