import { normalCumulative } from './normalCumulative.js';

/** The value below which a standard normal variable lies with the given probability, which is between 0 and 1, both excluded. By bisection. */
export function normalQuantile(probability: number): number {
  if (probability === 0.5) return 0;
  if (probability > 0.5) return -normalQuantile(1 - probability);
  let lower = -40;
  let upper = 0;
  for (let middle = -20; middle > lower && middle < upper; middle = (lower + upper) / 2) {
    if (normalCumulative(middle) < probability) lower = middle;
    else upper = middle;
  }
  return upper;
}
