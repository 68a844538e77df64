import { formatPercent } from './formatPercent.js';

/** A probability as a percentage. It is counted in scenarios: none of them does not mean never, and all of them does not mean always. */
export function formatChance(probability: number): string {
  if (probability < 0.001) return '< 0.1 %';
  if (probability > 0.999) return '> 99.9 %';
  return probability > 0.99 ? `${(100 * probability).toFixed(1)} %` : formatPercent(probability);
}
