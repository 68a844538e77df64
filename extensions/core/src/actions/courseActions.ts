import type { Decision, PlanDecision, Signature, SingleScanChoice } from '@graywise/course';
import type { ChosenTail, DoseEngineName, Facts, GammaCriteria, PlanRequest, PointLps, Becquerel, Step } from '@graywise/physics';
import type { AlignPicture, ExplainedFigure, ExplainedQuantity } from '../state/courseState.js';
import type { DosePicture } from '../state/doseReview.js';

/** A person's answer to the decisions of the current step. */
export interface GivenAnswer {
  readonly reason: string;
  readonly halfLifeHours: number | null;
  /** How one scan becomes a curve; left out: by the half-life stated. */
  readonly method?: SingleScanChoice['method'];
  /** What the answer is about; left out: what was asked. */
  readonly subject?: Decision['subject'];
}

/** Everything a person can do with a course. Refusals end in the state, never in an exception. */
export interface CourseActions {
  /** Reads the patient of the studies from the archive and restores what is stored. */
  openCourse(studyUids: readonly string[]): Promise<void>;
  closeCourse(): void;
  showCycle(cycle: number): void;
  showStep(step: Step): void;
  /** Runs a step, and before it the earlier ones that are missing. True when it ended without a question. */
  runStep(step: Step): Promise<boolean>;
  /** Runs on until a person must look, at most up to the step Record. */
  runToNextDecision(): Promise<void>;
  /** Forgets what the steps found and runs them anew; the stored record stays until a new one is signed. */
  runAgain(): Promise<void>;
  /** Answers the decisions of the current step, if it has any, and goes on to the next step. */
  acceptAndContinue(answer?: GivenAnswer): Promise<void>;
  cancel(): void;
  selectRegion(name: string | null): void;
  selectTimePoint(timePoint: number): void;
  /** Moves the images to a point, mm LPS of the reference scan. */
  lookAt(place: PointLps): void;
  /** What a person says to a dose outside of what was expected; empty takes it back. */
  commentOn(region: string, text: string): Promise<void>;
  showAlignPicture(picture: AlignPicture): void;
  showDosePicture(picture: DosePicture): void;
  /** Makes the dose by another engine, for a reason that stands in the record; null: by the one that the rule picks. */
  chooseDoseEngine(engine: DoseEngineName | null, reason: string): Promise<void>;
  /** The dose map by a curve in every voxel, with the reason that will stand in the record; null: by the scans, each with its weight. */
  chooseMapPattern(pattern: 'voxel fits' | null, reason: string): Promise<void>;
  /** Makes the dose by a second engine as well and compares the two. */
  compareDose(second: DoseEngineName, criteria: GammaCriteria): Promise<void>;
  /** What some scans alone would have said, beside all of them. `choice`: how a curve is made where one is left. */
  compareScans(timePoints: readonly number[], choice: SingleScanChoice): Promise<void>;
  /** Makes the curves of some scans only, for a reason that stands in the record; no time points: of all again. */
  chooseScans(timePoints: readonly number[], choice: SingleScanChoice, reason: string): Promise<void>;
  /** Makes the curves with another decay after the last scan, for a reason that stands in the record; null: as fitted. */
  chooseTail(tail: ChosenTail['rule'] | null, reason: string): Promise<void>;
  /** Asks for the best time of a single scan. */
  adviseScanTime(): Promise<void>;
  explain(figure: ExplainedQuantity | ExplainedFigure | null): void;
  /** Asks what would make the dose of a region surer. */
  adviseUncertainty(region: string): Promise<void>;
  /** Makes the budgets of all doses again by drawing at random. */
  checkUncertainty(): Promise<void>;
  storeRecord(signature: Signature): Promise<void>;
  storeFacts(facts: Facts): Promise<void>;
  /** Reads the archive again, after regions were drawn and stored with the viewer's tools. */
  readAgain(): Promise<void>;
  suggestPlan(request: PlanRequest): Promise<void>;
  chooseActivity(activity: Becquerel): void;
  /** Stores the suggestion on the screen with what was chosen, signed. */
  storePlan(decision: PlanDecision, signature: Signature): Promise<void>;
}
