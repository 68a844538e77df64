import type { WeightedSample } from './weightedSamples.js';

/** The amplitudes of one or two basis curves, none below zero, that fit best, and their chi-square. */
export interface SolvedAmplitudes {
  readonly amplitudes: readonly number[];
  readonly chiSquare: number;
}

/**
 * Weighted linear least squares with non-negative amplitudes, one or two columns. `basis[i]` holds the columns at sample i.
 *
 * With two columns the optimum is the unconstrained one when both amplitudes are positive, else the better of the two single columns.
 */
export function nonNegativeAmplitudes(basis: readonly (readonly number[])[], samples: readonly WeightedSample[]): SolvedAmplitudes {
  const columns = basis[0]?.length ?? 0;
  const candidates = columns === 1 ? [[single(basis, samples, 0)]] : pairs(basis, samples);
  let best: SolvedAmplitudes = { amplitudes: new Array<number>(columns).fill(0), chiSquare: Infinity };
  for (const amplitudes of candidates) {
    const chiSquare = residual(basis, samples, amplitudes);
    if (chiSquare < best.chiSquare) best = { amplitudes, chiSquare };
  }
  return best;
}

function pairs(basis: readonly (readonly number[])[], samples: readonly WeightedSample[]): number[][] {
  let aa = 0;
  let ab = 0;
  let bb = 0;
  let ay = 0;
  let by = 0;
  samples.forEach(({ activity, scatter }, index) => {
    const a = (basis[index]?.[0] ?? 0) / scatter;
    const b = (basis[index]?.[1] ?? 0) / scatter;
    const y = activity / scatter;
    aa += a * a;
    ab += a * b;
    bb += b * b;
    ay += a * y;
    by += b * y;
  });
  const determinant = aa * bb - ab * ab;
  const both = [(bb * ay - ab * by) / determinant, (aa * by - ab * ay) / determinant];
  if (determinant > 1e-14 * aa * bb && both.every(amplitude => amplitude >= 0)) return [both];
  return [
    [single(basis, samples, 0), 0],
    [0, single(basis, samples, 1)],
  ];
}

function single(basis: readonly (readonly number[])[], samples: readonly WeightedSample[], column: number): number {
  let product = 0;
  let square = 0;
  samples.forEach(({ activity, scatter }, index) => {
    const value = (basis[index]?.[column] ?? 0) / scatter;
    product += (value * activity) / scatter;
    square += value * value;
  });
  return square > 0 ? Math.max(0, product / square) : 0;
}

function residual(basis: readonly (readonly number[])[], samples: readonly WeightedSample[], amplitudes: readonly number[]): number {
  return samples.reduce((sum, { activity, scatter }, index) => {
    const fitted = amplitudes.reduce((total, amplitude, column) => total + amplitude * (basis[index]?.[column] ?? 0), 0);
    return sum + ((activity - fitted) / scatter) ** 2;
  }, 0);
}
