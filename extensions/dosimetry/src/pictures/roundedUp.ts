/** The next of 1, 2, 5 times a power of ten: a round end of a scale. */
export function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const digit = [1, 2, 5, 10].find(step => value <= step * power * (1 + 1e-9)) ?? 10;
  return Number((digit * power).toPrecision(1));
}
