import { exp } from '../../numerics/exp.js';
import { log } from '../../numerics/log.js';

/** R(V) = 1 - 1 / (1 + (V / b1)^b2), V and b1 in mL, with the covariance of (b1, b2) row by row. */
export interface RecoveryCurve {
  readonly b: readonly [number, number];
  readonly covariance: readonly number[];
  readonly chiSquare: number;
}

/** A recovery read from a curve. */
export interface CurveRecovery {
  readonly recovery: number;
  /** dR/dV, 1/mL. */
  readonly byVolume: number;
  /** dR/db1 (1/mL) and dR/db2. */
  readonly byParameters: readonly [number, number];
  /** Of the curve alone: sqrt(g V_b g), without the uncertainty of the volume. */
  readonly standardUncertainty: number;
}

/** The recovery of a volume by a fitted curve, with its derivatives (Gear et al. 2018, equations of the section on recovery). */
export function recoveryOfCurve({ b: [b1, b2], covariance }: RecoveryCurve, volumeMl: number): CurveRecovery {
  const power = exp(b2 * log(volumeMl / b1));
  const recovery = power / (1 + power);
  const slope = power / ((1 + power) * (1 + power));
  const byParameters = [(-slope * b2) / b1, slope * log(volumeMl / b1)] as const;
  const [v11 = 0, v12 = 0, , v22 = 0] = covariance;
  const variance = byParameters[0] ** 2 * v11 + 2 * byParameters[0] * byParameters[1] * v12 + byParameters[1] ** 2 * v22;
  return { recovery, byVolume: (slope * b2) / volumeMl, byParameters, standardUncertainty: Math.sqrt(Math.max(0, variance)) };
}
