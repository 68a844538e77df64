import type { Estimate } from '../quantities/estimate.js';
import type { Gray } from '../quantities/quantity.js';

/** Which population value took part in an expectation. */
export interface PriorReference {
  readonly id: string;
  readonly version: string;
  /** Patients behind it; null: not stated. */
  readonly n: number | null;
  readonly origin: 'shipped' | 'site';
}

/** What a dose was expected to be before it was measured. */
export interface ExpectedDose {
  readonly basis: 'plan' | 'population';
  /** Lognormal: its value is the median. */
  readonly dose: Estimate<Gray>;
  readonly source: string;
  /** False: the values behind it still wait for confirmation by the centre. */
  readonly confirmed: boolean;
  /** Null where no population value took part. */
  readonly prior: PriorReference | null;
}
