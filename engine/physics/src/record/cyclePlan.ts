import type { ComputedLevel } from './computedLevel.js';
import type { Estimate } from '../quantities/estimate.js';
import type { Becquerel, Gray, Second } from '../quantities/quantity.js';
import type { Assumption, SignOff, StepWarning } from './cycleVerification.js';

/** What a limit or a target is stated in. BED and EQD2 need the radiobiology of the region. */
export type DoseQuantity = 'absorbed dose' | 'BED' | 'EQD2';

/** A limit on an organ at risk. */
export interface DoseLimit {
  readonly region: string;
  readonly value: Gray;
  readonly quantity: DoseQuantity;
  readonly source: string;
  /** Over the whole course, or in each cycle. Left out: the course. */
  readonly per?: 'course' | 'cycle';
  /** False: a suggested value that the centre must confirm. Left out: stated by a person. */
  readonly confirmed?: boolean;
  /** True: where the region was not verified, its population value stands in for it, and the plan says so. */
  readonly populationAllowed?: boolean;
}

/** A target over the whole course. `region` is a region, or the lesion of the least dose, or the mean of all lesions. */
export interface DoseTarget {
  readonly region: 'worst-lesion' | 'mean-lesion' | (string & {});
  readonly value: Gray;
  readonly source: string;
  /** Left out: absorbed dose. */
  readonly quantity?: DoseQuantity;
  /** Wanted probability of reaching it, 0 to 1; null or left out: by its median. */
  readonly probability?: number | null;
  readonly confirmed?: boolean;
}

/** An activity that must not be exceeded at once, and what sets it. */
export interface ActivityCap {
  readonly name: 'licence' | 'stock' | 'stated';
  readonly activity: Becquerel;
  readonly source: string;
}

/** Change of the dose per activity from one cycle to the next, as a share (0.05: 5 % more): tumours shrink, and organs get what they leave. */
export interface CycleTrend {
  readonly organs: number;
  readonly lesions: number;
  readonly source: string;
  /** False: suggested, as by a protocol; the centre must confirm it. */
  readonly confirmed: boolean;
}

/** Radiobiology that a person or a protocol states for a region; `lesion` stands for lesions of any number. */
export interface StatedRadiobiology {
  readonly region: string;
  readonly alphaBetaGy: number;
  readonly repairHalfTime: Second;
  readonly source: string;
  /** False: suggested, the centre must confirm it. */
  readonly confirmed: boolean;
}

/** What is asked of a plan. `riskAccepted` null: the medians keep the limits; otherwise the chance that any limit is passed is at most this. */
export interface PlanRequest {
  readonly cycle: number;
  readonly cyclesLeft: number;
  /** Where the number of cycles comes from; `confirmed` false: suggested, as by a protocol. Left out: stated by a person. */
  readonly cyclesSource?: { readonly source: string; readonly confirmed: boolean };
  readonly limits: readonly DoseLimit[];
  readonly targets: readonly DoseTarget[];
  readonly riskAccepted: number | null;
  /** Largest activity that may be given at once, stated by a person; null: none. */
  readonly activityCap: Becquerel | null;
  /** Further caps by name. */
  readonly caps?: readonly ActivityCap[];
  /** The suggestion is rounded down to whole steps of this activity (stock, vial); null or left out: not at all. */
  readonly roundTo?: Becquerel | null;
  /** An activity to compare with, and to count cycles with; left out: that of the label. */
  readonly fixedActivity?: Becquerel | null;
  /** Activity per body mass to compare with, Bq/kg, and the body mass, kg. */
  readonly perBodyMass?: { readonly becquerelPerKilogram: number; readonly bodyMassKg: number; readonly source: string } | null;
  /** Null: no change from cycle to cycle; undefined or left out: nothing is stated, the suggested one acts. */
  readonly trend?: CycleTrend | null | undefined;
  readonly radiobiology?: readonly StatedRadiobiology[];
  /** Where the dose per activity comes from. Left out: the population's prior, updated by the patient's cycles. */
  readonly basis?: 'population and patient' | 'patient alone';
  /** Needed before the first cycle, when no verification says it. */
  readonly radiopharmaceutical?: string;
  /** Identifier of the protocol that the course follows. */
  readonly protocol?: string;
}

/** Where a dose will lie: the median and the ranges that hold it with 50 % and with 95 % probability. */
export interface PredictedRange {
  readonly median: Gray;
  readonly interval50: readonly [Gray, Gray];
  readonly interval95: readonly [Gray, Gray];
}

export interface RegionPrediction {
  readonly name: string;
  readonly absorbedDose: Estimate<Gray>;
  readonly bed: Estimate<Gray> | null;
  /** Delivered so far, this cycle and the remaining ones given alike. */
  readonly cumulative: Estimate<Gray>;
  readonly cumulativeBed: Estimate<Gray> | null;
  /** Of several limits on the region the tightest. */
  readonly limit: DoseLimit | null;
  readonly target: DoseTarget | null;
  readonly probabilityOverLimit: number | null;
  readonly probabilityReachesTarget: number | null;
  readonly cumulativeEqd2?: Estimate<Gray> | null;
  /** Of the absorbed dose of this cycle and of the course. */
  readonly rangeOfCycle?: PredictedRange;
  readonly rangeOfCourse?: PredictedRange;
  /** What the dose per activity rests on: cycles of the patient, the population, or both. */
  readonly basis?: 'population' | 'patient' | 'population and patient';
}

/** What an activity in each cycle to come would do. */
export interface ActivityPrediction {
  readonly activity: Becquerel;
  readonly predictions: readonly RegionPrediction[];
  /** Probability that at least one limit is passed; null without limits. */
  readonly jointRisk: number | null;
  /** Probability that every target is reached; null without targets. */
  readonly jointTarget: number | null;
  /** Of each limit and each target, in the order of the request, the probability of passing or reaching it. */
  readonly limitRisks: readonly number[];
  readonly targetChances: readonly number[];
}

export interface PlanAlternative {
  readonly title: string;
  readonly activity: Becquerel;
  readonly predictions: readonly RegionPrediction[];
  readonly kind?: 'fixed' | 'body mass' | 'last cycle' | 'limits' | 'targets';
  /** Where its activity comes from, and whether that was confirmed (false: suggested); left out where it follows from the request or the patient. */
  readonly source?: string;
  readonly confirmed?: boolean;
  /** Cycles that get this activity, the one planned and those after it. */
  readonly cycles?: number;
  readonly jointRisk?: number | null;
  readonly jointTarget?: number | null;
  readonly limitRisks?: readonly number[];
  readonly targetChances?: readonly number[];
}

/** One of the things that bound the activity. */
export interface ActivityBound {
  readonly kind: 'limit' | 'target' | 'licence' | 'stock' | 'stated';
  /** Region of a limit or target; the kind of a cap. */
  readonly name: string;
  /** Such as "kidneys: 23 Gy" or "licence: 7,400 MBq". */
  readonly text: string;
  /** The activity of each cycle to come that meets it: by its median, and at the risk accepted or the probability wanted. A cap has one activity. */
  readonly byMedian: Becquerel;
  readonly atProbability: Becquerel;
  /** Of passing the limit or reaching the target at the suggested activity; null for a cap. */
  readonly probability: number | null;
}

/** Why no activity keeps every limit and reaches every target, and what would have to change; each null where that alone does not help. */
export interface Infeasibility {
  readonly binding: string;
  /** What the targets need at least. */
  readonly neededActivity: Becquerel;
  readonly allowedActivity: Becquerel;
  /** Number of cycles left at which a window opens, nearest to the one asked for. */
  readonly cyclesLeft: number | null;
  /** The risk that would have to be accepted. */
  readonly risk: number | null;
  /** The limits that would have to be raised, each to what keeps it at the risk accepted. */
  readonly limits: readonly { readonly region: string; readonly quantity: DoseQuantity; readonly from: Gray; readonly to: Gray }[];
  readonly sentence: string;
}

/** How many cycles of one activity the limits allow beyond those given. */
export interface FixedActivityCycles {
  readonly activity: Becquerel;
  /** By medians. */
  readonly byMedian: number;
  /** At the risk accepted, jointly over the limits; null when no risk is stated. */
  readonly atRisk: number | null;
  /** Cycles of the course with those given: by medians. */
  readonly inAll: number;
  /** The limit that stops it. */
  readonly binding: string;
}

/** What a practitioner chose among the suggestion and its alternatives, and why. */
export interface PlanChoice {
  readonly title: string;
  readonly activity: Becquerel;
  /** Required when the choice is not the suggestion. */
  readonly reason: string;
  readonly predictions: readonly RegionPrediction[];
  readonly jointRisk: number | null;
  readonly jointTarget: number | null;
  readonly level: ComputedLevel;
  /** A risk above the accepted one, taken by a person with a name; null: none was. */
  readonly override: { readonly who: string; readonly why: string; readonly limits: readonly string[]; readonly risk: number } | null;
}

/** A population value that took part. */
export interface PriorUsed {
  readonly region: string;
  readonly id: string;
  readonly version: string;
  readonly source: string;
  readonly confirmed: boolean;
  /** Its share of the weight beside the patient's own cycles, 0 to 1. */
  readonly weight: number;
}

/** Something that a protocol asks for and that is missing or differs. */
export interface ProtocolFinding {
  readonly kind: 'scan missing' | 'organ missing' | 'limit missing' | 'activity' | 'interval' | 'cycles';
  readonly text: string;
}

/** A suggestion for the next administration. The practitioner prescribes. */
export interface CyclePlan {
  readonly schema: 'graywise/plan/1';
  readonly software: string;
  readonly request: PlanRequest;
  readonly activity: Becquerel;
  /** The region whose limit decides the activity, `cap` for the stated activity cap, the name of another cap. */
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
  // What follows is absent in records of before.
  readonly jointRisk?: number | null;
  readonly jointTarget?: number | null;
  readonly bounds?: readonly ActivityBound[];
  readonly infeasibility?: Infeasibility | null;
  readonly fixedActivityCycles?: readonly FixedActivityCycles[];
  /** The suggestion before it was rounded to stock; null when it was not. `activity` and `predictions` are those after rounding. */
  readonly unrounded?: ActivityPrediction | null;
  readonly levels?: { readonly plan: ComputedLevel; readonly verification: ComputedLevel | null };
  readonly chosen?: PlanChoice | null;
  readonly priors?: readonly PriorUsed[];
  /** Change of the dose per activity per cycle that the patient's own cycles show, as a share; regions verified in two cycles or more. */
  readonly trendsSeen?: readonly { readonly region: string; readonly perCycle: number }[];
  readonly protocolFindings?: readonly ProtocolFinding[];
}
