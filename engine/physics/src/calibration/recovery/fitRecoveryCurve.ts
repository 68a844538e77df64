import { exp } from '../../numerics/exp.js';
import { log } from '../../numerics/log.js';
import { GraywiseError } from '../../errors/GraywiseError.js';
import type { RecoveryCurve } from './recoveryOfCurve.js';
import { recoveryOfCurve } from './recoveryOfCurve.js';
import { solveSymmetric } from './solveSymmetric.js';

/** The recovery that a ball of known volume showed. */
export interface RecoveryPoint {
  readonly volumeMl: number;
  readonly recovery: number;
  readonly standardUncertainty: number;
}

const ITERATIONS = 30;

/**
 * The recovery curve R(V) = 1 - 1 / (1 + (V / b1)^b2) through measured recoveries (Gear et al. 2018, section on recovery): least squares weighted by their
 * uncertainties, with the covariance of b1 (mL) and b2, widened by the scatter about the curve where that is larger than stated (Birge ratio).
 *
 * Throws GW_RESOLUTION for fewer than two balls, or recoveries that are not between 0 and 1.
 */
export function fitRecoveryCurve(points: readonly RecoveryPoint[]): RecoveryCurve {
  const usable = points.every(({ recovery, standardUncertainty }) => recovery > 0 && recovery < 1 && standardUncertainty > 0);
  if (points.length < 2 || !usable) throw new GraywiseError('GW_RESOLUTION', { found: `${points.length} recoveries between 0 and 1` });
  let b = straightStart(points);
  let { normal, gradient, chiSquare } = weighted(points, b);
  let damping = 1e-3;
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const [step] =
      solveSymmetric(
        normal.map((value, i) => (i % 3 === 0 ? value * (1 + damping) : value)),
        2,
        [gradient],
      ) ?? [];
    const tried = [b[0] * exp((step?.[0] ?? 0) / b[0]), b[1] * exp((step?.[1] ?? 0) / b[1])] as const;
    const next = weighted(points, tried);
    damping = next.chiSquare <= chiSquare ? damping / 10 : damping * 10;
    if (next.chiSquare <= chiSquare) [b, { normal, gradient, chiSquare }] = [tried, next];
  }
  const inverse = solveSymmetric(normal, 2, [
    [1, 0],
    [0, 1],
  ]);
  if (!inverse) throw new GraywiseError('GW_RESOLUTION', { found: 'recoveries that decide no curve' });
  const birge = points.length > 2 ? Math.max(1, chiSquare / (points.length - 2)) : 1;
  const [first = [], second = []] = inverse;
  return { b, covariance: [...first, ...second].map(value => value * birge), chiSquare };
}

/** ln(R / (1 - R)) is b2 ln V - b2 ln b1: a straight line. */
function straightStart(points: readonly RecoveryPoint[]): readonly [number, number] {
  const x = points.map(({ volumeMl }) => log(volumeMl));
  const y = points.map(({ recovery }) => log(recovery / (1 - recovery)));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const slope = mean(x.map((value, i) => (value - mx) * ((y[i] ?? 0) - my))) / mean(x.map(value => (value - mx) ** 2));
  const b2 = slope > 0.05 ? slope : 0.5;
  return [exp(mx - my / b2), b2];
}

function weighted(
  points: readonly RecoveryPoint[],
  b: readonly [number, number],
): { normal: number[]; gradient: number[]; chiSquare: number } {
  const normal = [0, 0, 0, 0];
  const gradient = [0, 0];
  let chiSquare = 0;
  for (const { volumeMl, recovery, standardUncertainty } of points) {
    const { recovery: expected, byParameters } = recoveryOfCurve({ b, covariance: [0, 0, 0, 0], chiSquare: 0 }, volumeMl);
    const weight = 1 / (standardUncertainty * standardUncertainty);
    const residual = recovery - expected;
    chiSquare += weight * residual * residual;
    byParameters.forEach((slope, i) => {
      gradient[i] = (gradient[i] ?? 0) + weight * slope * residual;
      byParameters.forEach((other, j) => (normal[2 * i + j] = (normal[2 * i + j] ?? 0) + weight * slope * other));
    });
  }
  return { normal, gradient, chiSquare };
}
