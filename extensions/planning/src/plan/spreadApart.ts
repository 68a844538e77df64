/**
 * Places at least `gap` apart and as near to the wanted ones as one pass up and one pass down find; none above `highest`. In the order of the wanted
 * places.
 */
export function spreadApart(wanted: readonly number[], gap: number, highest: number): readonly number[] {
  const rising = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const places = [...wanted];
  let lowest = -Infinity;
  for (const index of rising) {
    lowest = Math.max(places[index] ?? 0, lowest);
    places[index] = lowest;
    lowest += gap;
  }
  let ceiling = highest;
  for (const index of rising.toReversed()) {
    ceiling = Math.min(places[index] ?? 0, ceiling);
    places[index] = ceiling;
    ceiling -= gap;
  }
  return places;
}
