/** Below this share of the maximum no line is drawn. */
const LOWEST_SHARE = 0.04;

/**
 * Round levels (1, 2, 5 times powers of ten) up to a maximum, Gy, ascending.
 *
 * Each about twice the one before: the doses of organs and tumours in one picture differ by more than a power of ten.
 */
export function isodoseLevels(maximumGy: number): readonly number[] {
  if (!(maximumGy > 0)) return [];
  const highestPower = Math.floor(Math.log10(maximumGy));
  const powers = [highestPower - 2, highestPower - 1, highestPower];
  const levels = powers.flatMap(power => [1, 2, 5].map(digit => Number(`${String(digit)}e${String(power)}`)));
  return levels.filter(level => level <= maximumGy && level >= LOWEST_SHARE * maximumGy);
}
