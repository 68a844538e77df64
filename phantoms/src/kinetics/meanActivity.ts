import type { Kinetics } from './kinetics.js';

/** The mean activity (Bq) between two times, s; the activity itself when both are the same. Exact for every term. */
export function meanActivity({ terms }: Kinetics, fromSeconds: number, toSeconds: number): number {
  const duration = toSeconds - fromSeconds;
  return terms.reduce((sum, { amplitudeBq, ratePerSecond }) => {
    const share = duration === 0 ? 1 : -Math.expm1(-ratePerSecond * duration) / (ratePerSecond * duration);
    return sum + amplitudeBq * Math.exp(-ratePerSecond * fromSeconds) * share;
  }, 0);
}
