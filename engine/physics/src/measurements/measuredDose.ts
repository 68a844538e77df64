import type { Estimate } from '../quantities/estimate.js';
import type { Gray } from '../quantities/quantity.js';

/** A dose that follows from measured series, with how it was made. */
export interface MeasuredDose {
  readonly absorbedDose: Estimate<Gray>;
  /** The part of alpha particles and recoiling nuclei, not weighted; null for nuclides without. */
  readonly alphaDose: Estimate<Gray> | null;
  readonly method: string;
  /** False: a number in it is a suggestion that the centre has not confirmed. */
  readonly confirmed: boolean;
  readonly assumptions: readonly string[];
}
