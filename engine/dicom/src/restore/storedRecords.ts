import type { CyclePlan, CycleVerification, Facts, ObjectReference } from '@graywise/physics';

/** A verification found in the archive: the record, its report, and the objects it stands for (RTDOSE, SEG, REG). */
export interface StoredVerification {
  readonly verification: CycleVerification;
  readonly report: ObjectReference;
  readonly objects: readonly ObjectReference[];
}

export interface StoredPlan {
  readonly plan: CyclePlan;
  readonly report: ObjectReference;
}

/**
 * What Graywise itself stored: of each cycle the newest verification and plan, in the order of cycles, and the newest facts.
 *
 * `unreadable` names newest records that another version wrote or that are damaged, with why. No older record takes their place: it was superseded.
 */
export interface StoredRecords {
  readonly verifications: readonly StoredVerification[];
  readonly plans: readonly StoredPlan[];
  readonly facts: Facts | null;
  readonly unreadable: readonly { readonly name: string; readonly reason: string }[];
}
