import type { Comparison } from '../record/cycleVerification.js';

/** Such as 'Kidneys: 4.9 Gy, in the upper half of what was expected (3.1 to 7.4 Gy); z = 0.8.' */
export function comparisonSentence(
  label: string,
  {
    delivered,
    expectedRange95,
    expectedRange50,
    z,
    verdict,
  }: Pick<Comparison, 'delivered' | 'expectedRange95' | 'expectedRange50' | 'z' | 'verdict'>,
): string {
  const [low, high] = expectedRange95;
  const [middleLow, middleHigh] = expectedRange50 ?? [0, 0];
  const side = z < 0 ? 'lower' : 'upper';
  const isCentral = delivered.value >= middleLow && delivered.value <= middleHigh;
  const place = {
    within: isCentral ? `in the ${side} half of what was expected, within its middle` : `in the ${side} half of what was expected`,
    borderline: `at the ${side} edge of what was expected`,
    outside: `${z < 0 ? 'below' : 'above'} what was expected`,
  }[verdict];
  return `${label}: ${dose(delivered.value)} Gy, ${place} (${dose(low)} to ${dose(high)} Gy); z = ${z.toFixed(1)}.`;
}

/** Two digits below 10 Gy, whole numbers from 10 Gy on: more than the uncertainty carries would mislead. */
function dose(value: number): string {
  return value >= 9.95 ? value.toFixed(0) : value.toPrecision(2);
}
