import type { Second } from '../quantities/quantity.js';

/** The time-activity curve of one patient of a cohort, by its exponentials (effective rates, 1/s); amplitudes in any unit. */
export interface CohortMember {
  readonly terms: readonly { readonly amplitude: number; readonly rate: number }[];
}

/** The curves of a cohort; in a fit each as large as the patient's scan at that time. */
export interface CohortCurves {
  /** Names it as a random variable: whatever rests on one cohort changes together. */
  readonly id: string;
  /** One curve for each patient. */
  readonly members: readonly CohortMember[];
  /** By when the first scan of every patient was made, s after the administration. */
  readonly firstScan: Second;
}

/** Patients who were imaged at several times, by whose curves one scan of another patient becomes an integral (rule T20). Plain data. */
export interface Cohort extends CohortCurves {
  readonly radiopharmaceutical: string;
  /** 'lesion' stands for lesions of any number. */
  readonly regions: readonly string[];
  /** Whose patients, or a citation. */
  readonly source: string;
  /** False: suggested, the centre must confirm it. */
  readonly confirmed: boolean;
}
