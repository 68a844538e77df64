import type { Estimate } from '../quantities/estimate.js';
import type { Gray } from '../quantities/quantity.js';
import type { PriorReference } from '../record/priorReference.js';

/** What a dose was expected to be before it was measured. */
export interface ExpectedDose {
  readonly basis: 'plan' | 'population' | 'population and earlier cycles' | 'earlier cycles';
  /** Lognormal: its value is the median. */
  readonly dose: Estimate<Gray>;
  readonly source: string;
  /** False: the values behind it still wait for confirmation by the centre. */
  readonly confirmed: boolean;
  /** Null where no population value took part. */
  readonly prior: PriorReference | null;
}
