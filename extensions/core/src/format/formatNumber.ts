const formats = new Map<number, Intl.NumberFormat>();

/** A number with a stated number of decimals (negative: rounded before the point) and a comma between thousands. */
export function formatNumber(value: number, decimals: number): string {
  const step = 10 ** -decimals;
  const rounded = decimals < 0 ? Math.round(value / step) * step : value;
  return formatOf(Math.max(0, decimals)).format(rounded);
}

/** Formats are dear to make and cheap to use: a slider asks for dozens at every move. */
function formatOf(decimals: number): Intl.NumberFormat {
  const format =
    formats.get(decimals) ?? new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(decimals, format);
  return format;
}
