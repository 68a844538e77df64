/** c0 + c1 x + c2 x^2 + … by Horner's rule, always in the same order. */
export function polynomial(x: number, coefficients: readonly number[]): number {
  let sum = 0;
  for (let index = coefficients.length - 1; index >= 0; index--) sum = sum * x + (coefficients[index] ?? 0);
  return sum;
}
