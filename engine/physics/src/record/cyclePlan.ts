import type { Estimate } from '../quantities/estimate.js';
import type { Becquerel, Gray } from '../quantities/quantity.js';
import type { Assumption, SignOff, StepWarning } from './cycleVerification.js';

/** A limit on an organ at risk over the whole course, in absorbed dose or biologically effective dose. */
export interface DoseLimit {
  readonly region: string;
  readonly value: Gray;
  readonly quantity: 'absorbed dose' | 'BED';
  readonly source: string;
}

/** A target over the whole course, in absorbed dose. */
export interface DoseTarget {
  readonly region: string;
  readonly value: Gray;
  readonly source: string;
}

/** What is asked of a plan. `riskAccepted` null: the median keeps the limits; otherwise the chance of passing any one limit is at most this. */
export interface PlanRequest {
  readonly cycle: number;
  readonly cyclesLeft: number;
  readonly limits: readonly DoseLimit[];
  readonly targets: readonly DoseTarget[];
  readonly riskAccepted: number | null;
  /** Largest activity that may be given at once (licence, stock); null: none. */
  readonly activityCap: Becquerel | null;
}

export interface RegionPrediction {
  readonly name: string;
  readonly absorbedDose: Estimate<Gray>;
  readonly bed: Estimate<Gray> | null;
  /** Delivered so far, this cycle and the remaining ones given alike. */
  readonly cumulative: Estimate<Gray>;
  readonly cumulativeBed: Estimate<Gray> | null;
  readonly limit: DoseLimit | null;
  readonly target: DoseTarget | null;
  readonly probabilityOverLimit: number | null;
  readonly probabilityReachesTarget: number | null;
}

export interface PlanAlternative {
  readonly title: string;
  readonly activity: Becquerel;
  readonly predictions: readonly RegionPrediction[];
}

/** A suggestion for the next administration. The practitioner prescribes. */
export interface CyclePlan {
  readonly schema: 'graywise/plan/1';
  readonly software: string;
  readonly request: PlanRequest;
  readonly activity: Becquerel;
  /** The region whose limit decides the activity, `cap` for the activity cap. */
  readonly binding: string;
  readonly feasibleWindow: readonly [Becquerel, Becquerel] | null;
  readonly predictions: readonly RegionPrediction[];
  readonly alternatives: readonly PlanAlternative[];
  /** Level of individualisation after the EANM position on article 56: i, ii or iii, computed from what was done. */
  readonly level: 'i' | 'ii' | 'iii';
  readonly reason: string;
  readonly chosenActivity: Becquerel | null;
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly StepWarning[];
  /** Null until a person signs. */
  readonly signOff: SignOff | null;
}
