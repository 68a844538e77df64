/** The value below which a share `chance` (0 to 1) of a distribution lies: the inverse of `chanceAt`; at its ends the outermost values. */
export function valueOfChance(rising: Float64Array, chance: number): number {
  const place = chance * rising.length - 0.5;
  const low = Math.max(0, Math.min(rising.length - 1, Math.floor(place)));
  const before = rising[low] ?? NaN;
  const after = rising[low + 1] ?? before;
  return before + Math.max(0, Math.min(1, place - low)) * (after - before);
}
