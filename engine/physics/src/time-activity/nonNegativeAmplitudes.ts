import type { WeightedSample } from './weightedSamples.js';

/** The amplitudes of one or two basis curves, none below zero, that fit best, the residuals in units of the scatter, and the sum of their squares. */
export interface SolvedAmplitudes {
  readonly amplitudes: readonly number[];
  readonly residuals: readonly number[];
  readonly chiSquare: number;
}

type Basis = readonly (readonly number[])[];

/**
 * Weighted linear least squares with non-negative amplitudes, one or two columns. `basis[i]` holds the columns at sample i.
 *
 * With two columns the optimum is the unconstrained one when both amplitudes are positive, else the better of the two single columns.
 */
export function nonNegativeAmplitudes(basis: Basis, samples: readonly WeightedSample[]): SolvedAmplitudes {
  let [aa, ab, bb, ay, by] = [0, 0, 0, 0, 0];
  for (let index = 0; index < samples.length; index++) {
    const { activity = 0, scatter = 1 } = samples[index] ?? {};
    const a = (basis[index]?.[0] ?? 0) / scatter;
    const b = (basis[index]?.[1] ?? 0) / scatter;
    const y = activity / scatter;
    aa += a * a;
    ab += a * b;
    bb += b * b;
    ay += a * y;
    by += b * y;
  }
  const alone = (product: number, square: number): number => (square > 0 ? Math.max(0, product / square) : 0);
  if (basis[0]?.length === 1) return withResidual(basis, samples, [alone(ay, aa)]);
  const determinant = aa * bb - ab * ab;
  const first = (bb * ay - ab * by) / determinant;
  const second = (aa * by - ab * ay) / determinant;
  if (determinant > 1e-14 * aa * bb && first >= 0 && second >= 0) return withResidual(basis, samples, [first, second]);
  const slowOnly = withResidual(basis, samples, [alone(ay, aa), 0]);
  const fastOnly = withResidual(basis, samples, [0, alone(by, bb)]);
  return fastOnly.chiSquare < slowOnly.chiSquare ? fastOnly : slowOnly;
}

/** Chi-square from the residuals themselves: from the sums above it would lose the digits that matter near a perfect fit. */
function withResidual(basis: Basis, samples: readonly WeightedSample[], amplitudes: readonly number[]): SolvedAmplitudes {
  const [first = 0, second = 0] = amplitudes;
  const residuals = new Array<number>(samples.length);
  let chiSquare = 0;
  for (let index = 0; index < samples.length; index++) {
    const { activity = 0, scatter = 1 } = samples[index] ?? {};
    const fitted = first * (basis[index]?.[0] ?? 0) + second * (basis[index]?.[1] ?? 0);
    const residual = (activity - fitted) / scatter;
    residuals[index] = residual;
    chiSquare += residual * residual;
  }
  return { amplitudes, residuals, chiSquare };
}
