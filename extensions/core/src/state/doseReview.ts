import type { DoseEngineComparison } from '@graywise/course';
import { SUGGESTED_GAMMA_CRITERIA, type GammaCriteria } from '@graywise/physics';

/** What the viewports show in the step Dose. */
export type DosePicture = 'absorbed dose' | 'dose uncertainty' | 'compared dose' | 'dose difference' | 'gamma index';

/** A second look at a dose: another engine beside the one that made it. */
export interface DoseReview {
  readonly criteria: GammaCriteria;
  readonly comparison: DoseEngineComparison | null;
  readonly picture: DosePicture;
}

/** Where a review starts: no second engine yet. */
export const NO_DOSE_REVIEW: DoseReview = { criteria: SUGGESTED_GAMMA_CRITERIA, comparison: null, picture: 'absorbed dose' };
