/** Four to nine round levels (1, 2 or 5 times a power of ten apart) up to a maximum, Gy. */
export function isodoseLevels(maximumGy: number): readonly number[] {
  if (!(maximumGy > 0)) return [];
  const raw = maximumGy / 5;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5].find(one => one * power >= raw) ?? 10) * power;
  const count = Math.floor(maximumGy / step + 1e-9);
  return Array.from({ length: count }, (_unused, index) => Number(((index + 1) * step).toPrecision(6)));
}
