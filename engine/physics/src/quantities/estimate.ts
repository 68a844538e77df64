/** Named origins of uncertainty, as a budget shows them. */
export type UncertaintySource =
  | 'administered activity'
  | 'calibration'
  | 'counts'
  | 'registration'
  | 'volume'
  | 'density'
  | 'recovery'
  | 'fit'
  | 'half-life prior'
  | 'population spread'
  | 'S-value'
  | 'Monte Carlo statistics'
  | 'radiobiology'
  | 'between-cycle variation'
  | 'uncorrected shift';

/**
 * One origin's share of a standard uncertainty.
 *
 * `key` names the underlying random variable (for example `calibration:SeriesInstanceUID`): shares of the same key in two estimates are fully
 * correlated and add as signed numbers; shares of different keys are independent and add in quadrature. Of `uncorrected shift`, which is no variable but an
 * expectation, there is one key.
 * `standardUncertainty` is signed (the sensitivity's sign) and in the unit of the estimate's value.
 */
export interface Contribution {
  readonly source: UncertaintySource;
  readonly key: string;
  readonly standardUncertainty: number;
}

/**
 * A value with its standard uncertainty (JCGM 100:2008), what it is made of, and how it is distributed.
 *
 * `degreesOfFreedom` is the effective number (Welch-Satterthwaite); `null` stands for infinitely many, so that the value survives JSON.
 * Plain data: may cross a worker or an archive.
 */
export interface Estimate<Q extends number = number> {
  readonly value: Q;
  readonly standardUncertainty: number;
  readonly degreesOfFreedom: number | null;
  readonly distribution: 'normal' | 'lognormal';
  readonly contributions: readonly Contribution[];
}
