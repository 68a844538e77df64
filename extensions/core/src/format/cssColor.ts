/** The colour of a region as CSS. */
export function cssColor(color: readonly [number, number, number]): string {
  return `rgb(${color.map(part => String(Math.round(part))).join(' ')})`;
}
