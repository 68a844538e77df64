import type { BecquerelSecond } from '../quantities/quantity.js';
import { integrateCurve } from './integrateCurve.js';
import type { CurveTerm } from './curveParameters.js';

/** The function f4d of Kletting and Hardiansyah, by its integral. Biological rates in 1/s, physical decay apart. */
export interface TimeIntegratedParametrization {
  readonly timeIntegratedActivity: BecquerelSecond;
  /** Share a of the second exponential, 0 to 1/2. */
  readonly share: number;
  readonly clearanceRate: number;
  readonly uptakeRate: number;
  /** Circulation of the blood; published with a half-time of one minute. */
  readonly circulationRate: number;
  readonly physicalRate: number;
}

/**
 * The exponentials of f4d: A(t) = A1 / N e^(-p t) [(1 - a) e^(-l1 t) - a e^(-l2 t) - (1 - 2 a) e^(-c t)] with
 * N = (1 - a) / (l1 + p) - a / (l2 + p) - (1 - 2 a) / (c + p), so that A1 is the time-integrated activity. It starts from nothing.
 *
 * Hardiansyah et al. 2023, EJNMMI Physics 10, after Kletting et al. 2013, Med Phys 40, 102504. `promptAndDelayedUptake` is the same family for fitting.
 */
export function timeIntegratedParametrization(curve: TimeIntegratedParametrization): CurveTerm[] {
  const { timeIntegratedActivity, share, clearanceRate, uptakeRate, circulationRate, physicalRate } = curve;
  const unscaled = [
    { amplitude: 1 - share, rate: clearanceRate + physicalRate },
    { amplitude: -share, rate: uptakeRate + physicalRate },
    { amplitude: 2 * share - 1, rate: circulationRate + physicalRate },
  ];
  const scale = timeIntegratedActivity / integrateCurve({ terms: unscaled });
  return unscaled.map(({ amplitude, rate }) => ({ amplitude: scale * amplitude, rate }));
}
