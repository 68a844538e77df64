import { decimalsFor, formatNumber, formatSignificant } from '@graywise/extension-core';
import type { WorksheetRow } from '@graywise/physics';

/** A line of a worksheet as text: value ± standard uncertainty to its first two digits, or three digits where no uncertainty is known. */
export function worksheetValue({ value, standardUncertainty }: WorksheetRow): string {
  const decimals = standardUncertainty === null ? null : decimalsFor(standardUncertainty);
  if (standardUncertainty === null || decimals === null) return formatSignificant(value);
  return `${formatNumber(value, decimals)} ± ${formatNumber(standardUncertainty, decimals)}`;
}
