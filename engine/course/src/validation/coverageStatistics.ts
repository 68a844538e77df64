import type { VirtualOutcome } from './virtualOutcome.js';

/** What many outcomes of one kind say of their 95 % intervals. */
export interface CoverageStatistics {
  readonly count: number;
  /** Share of the intervals that hold the truth, 0 to 1, and its binomial standard uncertainty. */
  readonly coverage: number;
  readonly coverageUncertainty: number;
  /** Width of the interval over the dose found: mean and median. */
  readonly meanWidth: number;
  readonly medianWidth: number;
  /** Median of found over true, less one; and the standard deviation of its logarithm. */
  readonly bias: number;
  readonly spread: number;
  /** Of (ln found - ln true) over the relative uncertainty: one where uncertainties are honest. */
  readonly zMean: number;
  readonly zDeviation: number;
  /** Root mean square of the stated relative uncertainty. */
  readonly statedUncertainty: number;
}

export function coverageStatistics(outcomes: readonly VirtualOutcome[]): CoverageStatistics {
  const count = outcomes.length;
  const inside = outcomes.filter(({ truthGy, interval95Gy: [low, high] }) => truthGy >= low && truthGy <= high).length;
  const widths = outcomes.map(({ interval95Gy: [low, high], foundGy }) => (high - low) / foundGy);
  const logs = outcomes.map(({ foundGy, truthGy }) => Math.log(foundGy / truthGy));
  const z = outcomes.map(({ relativeUncertainty }, index) => (logs[index] ?? NaN) / relativeUncertainty);
  const coverage = inside / count;
  return {
    count,
    coverage,
    coverageUncertainty: Math.sqrt((coverage * (1 - coverage)) / count),
    meanWidth: mean(widths),
    medianWidth: median(widths),
    bias: Math.expm1(median(logs)),
    spread: deviation(logs),
    zMean: mean(z),
    zDeviation: deviation(z),
    statedUncertainty: Math.sqrt(mean(outcomes.map(({ relativeUncertainty }) => relativeUncertainty ** 2))),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? NaN) + (sorted[Math.ceil(half)] ?? NaN)) / 2;
}

function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}
