import type { Kinetics } from './kinetics.js';

/** The number of decays from the administration to the end of time, Bq s. */
export function timeIntegratedActivity({ terms }: Kinetics): number {
  return terms.reduce((sum, { amplitudeBq, ratePerSecond }) => sum + amplitudeBq / ratePerSecond, 0);
}
