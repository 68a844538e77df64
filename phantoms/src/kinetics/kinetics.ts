/** A sum of exponentials: A(t) = sum of amplitude * exp(-rate * t), Bq; rates in 1/s, physical decay included; t in s from the start of the administration. */
export interface Kinetics {
  readonly terms: readonly { readonly amplitudeBq: number; readonly ratePerSecond: number }[];
  /** Half-life of the slowest term: what the late scans see. */
  readonly effectiveHalfLifeHours: number;
}
