import type { CurveModel } from './curveModels.js';
import { nonNegativeAmplitudes, type SolvedAmplitudes } from './nonNegativeAmplitudes.js';
import type { WeightedSample } from './weightedSamples.js';

/** A model at given rates, by their logarithms as the model takes them, with its best amplitudes. */
export interface SolvedRates extends SolvedAmplitudes {
  readonly logs: readonly number[];
  readonly rates: readonly number[];
}

/** The best amplitudes of a model at the rates that `logs` stand for, each held inside its range (variable projection). */
export function solveRates(model: CurveModel, samples: readonly WeightedSample[], logs: readonly number[]): SolvedRates {
  const held = model.rateRanges.map(([low, high], axis) => Math.min(high, Math.max(low, logs[axis] ?? low)));
  const rates = model.rates(held);
  const basis = samples.map(({ seconds }) => model.basis(rates, seconds));
  return { logs: held, rates, ...nonNegativeAmplitudes(basis, samples) };
}
