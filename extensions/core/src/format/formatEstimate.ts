import type { Estimate } from '@graywise/physics';
import { decimalsFor } from './decimalsFor.js';
import { formatNumber } from './formatNumber.js';
import { formatSignificant } from './formatSignificant.js';

/**
 * Value ± standard uncertainty, both to the first two significant digits of the uncertainty (JCGM 100:2008, 7.2.6).
 *
 * @param scale - factor from the estimate's unit to the unit that is shown, for example 1e-6 for MBq
 * @param mostDecimals - more than these nobody reads
 */
export function formatEstimate(estimate: Estimate, scale = 1, mostDecimals = Infinity): string {
  const found = decimalsFor(estimate.standardUncertainty * scale);
  const decimals = found === null ? null : Math.min(found, mostDecimals);
  if (decimals === null) return formatSignificant(estimate.value * scale);
  return `${formatNumber(estimate.value * scale, decimals)} ± ${formatNumber(estimate.standardUncertainty * scale, decimals)}`;
}
