import type {
  ActivityPrediction,
  Assumption,
  BecquerelSecond,
  Becquerel,
  BudgetCheck,
  CyclePlan,
  CycleVerification,
  DoseComparison,
  DoseEngineName,
  DoseMethod,
  Estimate,
  Facts,
  GammaCriteria,
  Gray,
  Instant,
  PlanRequest,
  RegionMask,
  ScanSummary,
  ScanTimeAdvice,
  Second,
  SingleScanMethod,
  Step,
  StepWarning,
  TimeActivityFit,
  TherapyProtocol,
  UncertaintyAdvice,
  Volume,
  Warning,
} from '@graywise/physics';
import type { Part10, PatientIdentity } from '@graywise/dicom';

/** A refusal as plain data. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** Who signs a record or a plan. */
export interface Signature {
  readonly name: string;
  readonly role: string;
}

/** What a practitioner chose of a plan: an alternative by its title (or `Suggested`), or an activity; why; and who, needed where the risk accepted is passed. */
export interface PlanDecision {
  readonly choice: { readonly title: string } | { readonly activity: Becquerel };
  readonly reason: string;
  readonly who: string | null;
}

/** What is known of one cycle when a study is opened. */
export interface CycleOverview {
  readonly cycle: number;
  readonly radiopharmaceutical: string;
  readonly administeredMegabecquerel: number | null;
  readonly administrationStart: Instant | null;
  readonly scans: readonly ScanSummary[];
  readonly verification: CycleVerification | null;
  readonly plan: CyclePlan | null;
}

/** A course as it stands in the archive. */
export interface CourseOverview {
  readonly patient: PatientIdentity;
  readonly facts: Facts;
  readonly cycles: readonly CycleOverview[];
  /** What was left out of the import, and why. */
  readonly ignored: readonly { readonly name: string; readonly reason: string }[];
}

/** Where long work stands. `fraction` is of the running step, 0 to 1. */
export interface Progress {
  readonly step: Step | 'import' | 'plan';
  readonly fraction: number;
  readonly label: string;
}

/** A way to make a curve of one scan, as a person is offered it. */
export interface SingleScanOption {
  readonly method: SingleScanMethod;
  /** What it rests on, one sentence with the half-life, its spread and its source. */
  readonly text: string;
  /** False: rests on a value that the centre must confirm. */
  readonly confirmed: boolean;
}

/** A question that only a person can answer before the next step. */
export interface Decision {
  readonly kind: 'accept registration' | 'state half-life';
  readonly question: string;
  /** Time point or region the question is about. */
  readonly subject: string;
  /** For 'state half-life': what may be chosen. 'stated' needs `halfLifeHours` in the answer. */
  readonly options?: readonly SingleScanOption[];
}

/** The subject of an answer that is about every region. */
export const EVERY_REGION = 'every region';

/** An answer of a person, with the reason that will stand in the record. */
export interface DecisionAnswer {
  readonly kind: Decision['kind'] | 'choose dose engine' | 'choose map pattern' | 'choose scans' | 'choose tail' | 'comment on dose';
  /**
   * Time point, region or `EVERY_REGION`, the name of the dose engine, the pattern of the dose map ("voxel fits"), the time points to use, such as "2,4", or what decays after the last scan:
   * "physical decay" or "population half-life". A comment on a dose is about a region; its text is the reason.
   */
  readonly subject: string;
  readonly reason: string;
  readonly halfLifeHours: number | null;
  /** For 'state half-life': how one scan becomes a curve; left out: by `halfLifeHours`. */
  readonly method?: SingleScanMethod;
}

/** What a step did. `known` holds every part of the verification that is settled so far. */
export interface StepOutcome {
  readonly step: Step;
  readonly status: 'done' | 'needs a decision' | 'refused';
  /** A few words for the list of steps, such as "4 scans, 0.4 mm". */
  readonly headline: string;
  /** One sentence: what was done. */
  readonly did: string;
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly StepWarning[];
  readonly decisions: readonly Decision[];
  readonly refusal: Refusal | null;
  readonly known: Partial<CycleVerification>;
}

/** Which volume to show: on its own grid and in its own frame, or carried to the reference scan. */
export type DisplayVolume =
  | { readonly kind: 'reference CT' }
  | { readonly kind: 'reference activity' }
  | { readonly kind: 'carried CT'; readonly timePoint: number }
  | { readonly kind: 'carried activity'; readonly timePoint: number }
  | { readonly kind: 'absorbed dose' }
  /** Standard uncertainty of the dose from counting histories, as a share of it. */
  | { readonly kind: 'dose uncertainty' }
  /** Of a second engine, after `compareDose`: its dose, its dose minus the one used, and the gamma index of the one used against it. */
  | { readonly kind: 'compared dose' | 'dose difference' | 'gamma index'; readonly engine: DoseEngineName };

/** The absorbed dose of a region by two engines. What they share, such as the activity, has the same keys in both. */
export interface RegionDosePair {
  readonly name: string;
  readonly used: Estimate<Gray>;
  readonly other: Estimate<Gray>;
}

/** A second engine on the same activity. Differences are other minus used. */
export interface DoseEngineComparison {
  readonly used: EngineDescription;
  readonly other: EngineDescription;
  readonly regions: readonly RegionDosePair[];
  readonly comparison: DoseComparison;
}

/** How one scan is to become a curve: the method, and the half-life where it is 'stated'. */
export type SingleScanChoice = Pick<DecisionAnswer, 'halfLifeHours'> & { readonly method: SingleScanMethod };

/** What some scans of a cycle make of a region. */
export interface RegionOfScans {
  readonly timePoints: readonly number[];
  readonly fit: TimeActivityFit;
  readonly timeIntegratedActivity: Estimate<BecquerelSecond>;
  readonly effectiveHalfLife: Estimate<Second>;
  readonly absorbedDose: Estimate<Gray>;
  readonly warnings: readonly Warning[];
}

/** One region by all scans and by a choice of them; `chosen` is null with the refusal where these make no curve. What both share has the same keys. */
export interface RegionScanPair {
  readonly name: string;
  readonly label: string;
  readonly all: RegionOfScans;
  readonly chosen: RegionOfScans | null;
  readonly refusal: Refusal | null;
  /** How each method would do for this region with one scan. */
  readonly options: readonly SingleScanOption[];
}

/** A cycle by a choice of its scans beside the cycle by all of them. */
export interface ScanComparison {
  readonly timePoints: readonly number[];
  readonly regions: readonly RegionScanPair[];
  readonly assumptions: readonly string[];
}

/** When to take the one scan of a next cycle, for one region. */
export interface RegionScanTimeAdvice extends ScanTimeAdvice {
  readonly name: string;
  readonly label: string;
  /** The half-life that the advice rests on, and where it comes from. */
  readonly halfLife: Estimate<Second>;
  readonly source: string;
  readonly confirmed: boolean;
}

/** A dose engine with what it takes for true. */
export type EngineDescription = Pick<DoseMethod, 'engine' | 'assumptions' | 'modelUncertainty'>;

/**
 * The engine as the viewer and the command line see it: one course at a time, one step after the other.
 *
 * The same implementation runs in Node and, behind messages, in a browser worker. Every method that works long takes a signal and reports progress.
 */
export interface CourseEngine {
  /** Reads DICOM files (all of a patient's studies, calibrations, records). Throws GraywiseError. `facts` override none: they must agree. */
  importFiles(files: readonly Part10[], facts: Facts | null, options?: RunOptions): Promise<CourseOverview>;
  /** Runs one step of a cycle; earlier steps that are missing are run first. A refusal is returned, not thrown. */
  runStep(cycle: number, step: Step, answers: readonly DecisionAnswer[], options?: RunOptions): Promise<StepOutcome>;
  /**
   * Computes the dose once more with another engine and compares: what the viewer and `verify --compare-engine` show. With other criteria for the same
   * engine only the comparison is made anew. Throws GraywiseError.
   */
  compareDose(cycle: number, engine: DoseEngineName, criteria: GammaCriteria, options?: RunOptions): Promise<DoseEngineComparison>;
  /**
   * The cycle with some of its scans only, beside all of them: the same regions, other curves, doses with the energy per decay of the dose computed.
   * `method` makes a curve where one scan is left. Needs the step `dose`. Throws GraywiseError.
   */
  compareScans(cycle: number, timePoints: readonly number[], method: SingleScanChoice, options?: RunOptions): Promise<ScanComparison>;
  /** The best time of a single scan in the next cycle, for every region whose half-life is known from this cycle, an earlier one or a population. */
  scanTimeAdvice(cycle: number): Promise<readonly RegionScanTimeAdvice[]>;
  /**
   * What would make the dose of a region less uncertain, the largest gain first: another scan and when, outlining on CT, a better calibration, spheres.
   * After the step `dose`. Throws GraywiseError.
   */
  uncertaintyAdvice(cycle: number, region: string): Promise<readonly UncertaintyAdvice[]>;
  /** The budget of every region's dose beside one made by drawing its random variables `samples` times. After the step `dose`. Throws GraywiseError. */
  checkUncertainty(cycle: number, samples: number, options?: RunOptions): Promise<readonly BudgetCheck[]>;
  /** A volume for display. Available from the step that made it. */
  displayVolume(cycle: number, which: DisplayVolume): Promise<Volume>;
  /** Regions on the grid of the reference scan's dose, for display. */
  displayRegions(cycle: number): Promise<readonly RegionMask[]>;
  /**
   * The DICOM objects of the record, after the step `record`. `at` is the moment of signing, by a person or, null, by nobody. Throws GW_COMMENT_MISSING when a
   * person signs and a dose outside of what was expected has no comment.
   */
  recordObjects(cycle: number, at: Instant, signature: Signature | null): Promise<readonly Part10[]>;
  /** The suggestion for the next cycle from the verified ones; `protocol`: a site's own, left out the shipped one. */
  plan(request: PlanRequest, protocol?: TherapyProtocol): Promise<CyclePlan>;
  /** Doses that an activity (Bq) would give, the risk of each limit, the joint risk, and the chances of the targets: for every move of a slider. */
  predictCourse(request: PlanRequest, activityBecquerel: number): Promise<ActivityPrediction>;
  /** The plan with what a practitioner chose and why. Throws GW_REASON_MISSING, GW_USAGE. */
  choosePlan(plan: CyclePlan, choice: PlanDecision): Promise<CyclePlan>;
  /** The DICOM object of a plan, signed at `at` by a person or, null, by nobody. */
  planObject(plan: CyclePlan, at: Instant, signature: Signature | null): Promise<Part10>;
  /** The DICOM object that keeps facts entered in a form. */
  factsObject(facts: Facts, at: Instant): Promise<Part10>;
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}
