import type { CourseOverview, DecisionAnswer, Progress, Refusal, StepOutcome } from '@graywise/course';
import type { ActivityPrediction, Becquerel, CyclePlan, PlanRequest, PointLps, Step } from '@graywise/physics';
import type { Explanation } from '../explain/explanation.js';
import { NO_BUDGET_REVIEW, type BudgetReview } from './budgetReview.js';
import { NO_DOSE_REVIEW, type DoseReview } from './doseReview.js';
import { NO_SCAN_REVIEW, type ScanReview } from './scanReview.js';

/** Long work that is going on. `startedAt` in milliseconds since 1970, of this stage. */
export interface Running {
  readonly step: Progress['step'] | 'archive';
  readonly label: string;
  readonly fraction: number;
  readonly startedAt: number;
}

/** The numbers that can be asked where they come from. */
export type ExplainableQuantity =
  | 'volume'
  | 'mass'
  | 'recovery'
  | 'timeIntegratedActivity'
  | 'effectiveHalfLife'
  | 'absorbedDose'
  /** Of a region without voxels. */
  | 'measuredDose'
  | 'alphaDose'
  | 'bed'
  | 'expectedDose'
  | 'histogram'
  | 'calibration'
  | 'resolution'
  | 'administered';

/** Which number the drawer explains; `region` is empty for numbers that belong to the whole cycle. */
export interface ExplainedQuantity {
  readonly region: string;
  readonly quantity: ExplainableQuantity;
}

/** A figure that the verification on the screen does not hold, with its explanation: a prediction, or a dose of another cycle. */
export interface ExplainedFigure {
  readonly explanation: Explanation;
}

/** What the viewports show in the step Align. */
export type AlignPicture = 'checkerboard' | 'reference CT' | 'carried CT' | 'activity';

/** What is known of the next cycle. */
export interface Planning {
  readonly request: PlanRequest | null;
  readonly suggestion: CyclePlan | null;
  readonly chosen: Becquerel | null;
  /** What the chosen activity would do; of the activity before it while the engine still works. */
  readonly prediction: ActivityPrediction | null;
  /** The same for the range of activities of the charts. */
  readonly sweep: readonly ActivityPrediction[];
  /** The plan as it stands in the archive. */
  readonly signed: CyclePlan | null;
}

/** Everything the screen shows, as one immutable value. */
export interface CourseState {
  readonly phase: 'closed' | 'opening' | 'open' | 'refused';
  readonly overview: CourseOverview | null;
  readonly cycle: number;
  readonly step: Step;
  readonly outcomes: Readonly<Partial<Record<Step, StepOutcome>>>;
  readonly answers: readonly DecisionAnswer[];
  /** Whether what is shown stands in the archive. */
  readonly stored: boolean;
  readonly region: string | null;
  readonly timePoint: number;
  /** A point that a person asked to see in the images, mm LPS of the reference scan. A new value for every wish. */
  readonly place: PointLps | null;
  readonly alignPicture: AlignPicture;
  readonly doseReview: DoseReview;
  readonly scanReview: ScanReview;
  readonly budgetReview: BudgetReview;
  readonly running: Running | null;
  /** A refusal that belongs to no step: opening, storing, planning. */
  readonly refusal: Refusal | null;
  readonly explained: ExplainedQuantity | ExplainedFigure | null;
  readonly planning: Planning;
}

export const NO_PLANNING: Planning = { request: null, suggestion: null, chosen: null, prediction: null, sweep: [], signed: null };

export const CLOSED_COURSE: CourseState = {
  phase: 'closed',
  overview: null,
  cycle: 1,
  step: 'calibrate',
  outcomes: {},
  answers: [],
  stored: false,
  region: null,
  timePoint: 1,
  place: null,
  alignPicture: 'checkerboard',
  doseReview: NO_DOSE_REVIEW,
  scanReview: NO_SCAN_REVIEW,
  budgetReview: NO_BUDGET_REVIEW,
  running: null,
  refusal: null,
  explained: null,
  planning: NO_PLANNING,
};
