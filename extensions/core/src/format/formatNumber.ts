/** A number with a stated number of decimals (negative: rounded before the point) and a comma between thousands. */
export function formatNumber(value: number, decimals: number): string {
  const step = 10 ** -decimals;
  const rounded = decimals < 0 ? Math.round(value / step) * step : value;
  return rounded.toLocaleString('en-GB', { minimumFractionDigits: Math.max(0, decimals), maximumFractionDigits: Math.max(0, decimals) });
}
