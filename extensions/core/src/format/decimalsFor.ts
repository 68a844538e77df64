/** Decimals that show the first two significant digits of a standard uncertainty; negative when they lie before the point. Null for none (zero). */
export function decimalsFor(standardUncertainty: number): number | null {
  if (!(standardUncertainty > 0) || !Number.isFinite(standardUncertainty)) return null;
  const rounded = Number(standardUncertainty.toPrecision(2));
  return 1 - Math.floor(Math.log10(rounded) + 1e-12);
}
