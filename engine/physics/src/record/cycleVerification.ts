import type { Warning } from '../errors/warningTable.js';
import type { Estimate } from '../quantities/estimate.js';
import type { Instant } from '../quantities/instant.js';
import type { Becquerel, BecquerelSecond, Gray, GrayPerBecquerel, Kilogram, Millilitre, Second } from '../quantities/quantity.js';
import type { ComputedLevel } from './computedLevel.js';
import type { DoseMethod } from './doseMethod.js';
import type { Finding } from './finding.js';
import type { CohortCurves } from '../priors/cohort.js';
import type { PriorReference } from './priorReference.js';
import type { MeasuredRegionResult, MeasurementKind } from './measurements.js';
import type { Matrix4, VolumeGeometry } from '../volume/volumeGeometry.js';

/** The steps of a verification, in the order a number travels. */
export type Step = 'calibrate' | 'align' | 'regions' | 'time-activity' | 'dose' | 'verify' | 'record';

/** A reference to a DICOM object that was used or written. */
export interface ObjectReference {
  readonly sopClassUid: string;
  readonly sopInstanceUid: string;
  readonly seriesInstanceUid: string;
  readonly studyInstanceUid: string;
}

/** Something taken for true that the user may change. */
export interface Assumption {
  readonly step: Step;
  readonly text: string;
}

export interface StepWarning extends Warning {
  readonly step: Step;
}

/** Who signed a record or a plan, and when. */
export interface SignOff {
  readonly name: string;
  readonly role: string;
  readonly at: Instant;
}

/** Which camera took an image, and how: what a calibration must share with the images it is used on. */
export interface CameraIdentity {
  readonly manufacturer: string;
  readonly model: string;
  readonly serialNumber: string;
  readonly collimator: string;
  readonly reconstruction: string;
  readonly energyWindowKev: readonly [number, number] | null;
}

/** The camera calibration factor: activity concentration per count rate concentration, Bq/mL per (counts/s/mL) = Bq per (count/s). */
export interface CameraCalibration {
  readonly factor: Estimate;
  readonly nuclide: string;
  readonly camera: CameraIdentity;
  readonly acquiredAt: Instant;
  readonly validUntil: Instant;
  /** Largest count rate (1/s, whole field) seen in the calibration: the range it covers without a dead-time model. */
  readonly highestCountRate: number;
  readonly source: ObjectReference;
}

/** What one sphere of a calibration phantom showed. */
export interface SphereRecovery {
  readonly diameterMm: number;
  /** Width that this sphere alone asks for, mm, and its standard uncertainty. */
  readonly fwhmMm: number;
  readonly fwhmUncertaintyMm: number;
  /** Share of its activity that the image shows inside its outline. */
  readonly recovery: number;
  readonly recoveryUncertainty: number;
}

/** The resolution of the emission images, for the correction of partial volume. */
export interface ImageResolution {
  /** Full width at half maximum of an isotropic Gaussian, mm. One random variable for all regions, scans and cycles that it is used for. */
  readonly fwhm: Estimate;
  readonly basis: 'measured spheres' | 'stated';
  readonly spheres: readonly SphereRecovery[];
  /** R(V) = 1 - 1 / (1 + (V / b1)^b2), V in mL, through the spheres; null where fewer than three decide it. */
  readonly recoveryCurve: {
    readonly b: readonly [number, number];
    readonly covariance: readonly number[];
    readonly chiSquare: number;
  } | null;
  /** The acquisition of the spheres; null where it is stated. */
  readonly source: ObjectReference | null;
}

/** One scan of the cycle. `timePoint` counts from 1 in the order of time; `afterAdministration` is to the start of the scan, the instant its activity refers to. */
export interface ScanSummary {
  readonly timePoint: number;
  readonly modality: 'NM' | 'PT';
  readonly start: Instant;
  readonly duration: Second;
  readonly afterAdministration: Second;
  readonly frameOfReferenceUid: string;
  readonly emission: ObjectReference;
  readonly ct: ObjectReference | null;
}

export interface RegistrationQuality {
  /** Normalised cross-correlation inside the body, before and after. */
  readonly similarityBefore: number;
  readonly similarityAfter: number;
  /** Largest residual of forward followed by backward at the corners of the body box, mm; null when only one direction was run. */
  readonly inverseConsistencyMm: number | null;
  readonly translationMm: number;
  readonly rotationDegrees: number;
  readonly accepted: boolean;
  /** Why it was not accepted by the gate, in words; empty when it was. */
  readonly reasons: readonly string[];
}

/** How one scan was brought to the reference scan. `matrixLps` maps reference points to points of this scan. */
export interface RegistrationResult {
  readonly timePoint: number;
  readonly method: 'identity' | 'rigid CT to CT' | 'rigid SPECT to SPECT' | 'accepted by a person';
  readonly matrixLps: Matrix4;
  readonly fromFrameOfReferenceUid: string;
  readonly toFrameOfReferenceUid: string;
  readonly quality: RegistrationQuality | null;
}

/** One point of a time-activity curve. `timePoint` is that of its scan, 0 for a point without one. */
export interface CurvePoint {
  readonly timePoint: number;
  /** What measured a point that is of no scan, scaled to one; absent for scans. */
  readonly measuredBy?: MeasurementKind;
  readonly afterAdministration: Second;
  readonly activity: Estimate<Becquerel>;
  /** What the image shows inside the outline over `activity`; absent where partial volume is not corrected. */
  readonly recovery?: number;
}

/** How one scan becomes a curve (rules T7, T17 to T20): whose half-life it follows, or which estimate needs none. */
export type SingleScanMethod = 'own' | 'population' | 'map' | 'haenscheid' | 'cohort' | 'stated';

/** What a curve of one scan rests on: a half-life, or the curves of other patients. */
export type SingleScanBasis = HalfLifeBasis | CohortBasis;

interface BasisOfOneScan {
  /** Where the half-life or the cohort comes from: the cycle, the publication, or the person who stated it. */
  readonly source: string;
  /** False: suggested, the centre must confirm. */
  readonly confirmed: boolean;
  /** The effective half-life that went in, before this scan was seen; of a cohort, what its members' are like: it decides nothing. */
  readonly halfLife: Estimate<Second>;
}

export interface HalfLifeBasis extends BasisOfOneScan {
  readonly method: Exclude<SingleScanMethod, 'cohort'>;
  /** The whole integral over that of the slow phase, from the earlier curve of the patient's own; absent: not known. */
  readonly wholePerSlowPhase?: Estimate;
  readonly cohort?: undefined;
}

export interface CohortBasis extends BasisOfOneScan {
  readonly method: 'cohort';
  readonly wholePerSlowPhase?: undefined;
  readonly cohort: CohortCurves;
}

/** A model that was fitted to a curve and weighed against the others. */
export interface WeighedModel {
  readonly title: string;
  /** Akaike weight, 0 to 1; the weights of a curve add to one. */
  readonly weight: number;
  readonly timeIntegratedActivity: BecquerelSecond;
  readonly effectiveHalfLife: Second;
}

/** A fitted sum of exponentials A(t) = sum of amplitude * exp(-rate * t); t in s from the administration. */
export interface TimeActivityFit {
  readonly model:
    | 'mono-exponential'
    | 'bi-exponential'
    | 'uptake and clearance'
    | 'tri-exponential'
    | 'prompt and delayed uptake'
    | 'stated half-life'
    | 'own half-life'
    | 'population half-life'
    | 'maximum a posteriori'
    | 'Hänscheid 2018'
    | 'mean of a cohort';
  readonly terms: readonly { readonly amplitude: number; readonly rate: number }[];
  /** Covariance of the free parameters, in the order of `parameterNames`, row by row. */
  readonly parameterNames: readonly string[];
  readonly covariance: readonly number[];
  readonly residualSumOfSquares: number;
  readonly tail: 'fitted' | 'physical decay' | 'stated half-life' | 'own half-life' | 'population half-life' | 'mean of a cohort';
  /** Share of the time-integrated activity after the last scan, 0 to 1. */
  readonly extrapolatedFraction: number;
  /** Why this model and not another, one sentence. */
  readonly reason: string;
  /** The models whose weighted mean the time-integrated activity is; `terms` is the curve of the best. Absent where one model stands alone. */
  readonly models?: readonly WeighedModel[];
  /** What a person should look at in the fit, one sentence each; never a refusal. */
  readonly advice?: readonly string[];
  /** Present where one scan became a curve. */
  readonly singleScan?: SingleScanBasis;
}

/** Cumulative dose-volume histogram: `volumeFraction[i]` of the region receives at least `dosesGy[i]`. */
export interface DoseVolumeHistogram {
  readonly dosesGy: readonly number[];
  readonly volumeFraction: readonly number[];
  readonly minimumGy: number;
  readonly meanGy: number;
  readonly maximumGy: number;
  readonly d98Gy: number;
  readonly d50Gy: number;
  readonly d2Gy: number;
}

/** Everything found for one region. Kidneys, left and right together, are a region of their own beside each kidney. */
export interface RegionResult {
  readonly name: string;
  readonly label: string;
  readonly color: readonly [number, number, number];
  readonly volume: Estimate<Millilitre>;
  readonly mass: Estimate<Kilogram>;
  /** What the image of the reference scan shows inside the outline over the corrected activity; absent where partial volume is not corrected. */
  readonly recovery?: Estimate;
  readonly curve: readonly CurvePoint[];
  readonly fit: TimeActivityFit;
  readonly timeIntegratedActivity: Estimate<BecquerelSecond>;
  readonly effectiveHalfLife: Estimate<Second>;
  readonly absorbedDose: Estimate<Gray>;
  /** The part of alpha particles and recoiling nuclei, not weighted; null for nuclides without, absent in old records. */
  readonly alphaDose?: Estimate<Gray> | null;
  readonly absorbedDosePerActivity: Estimate<GrayPerBecquerel>;
  readonly bed: Estimate<Gray> | null;
  readonly eqd2: Estimate<Gray> | null;
  /** `confirmed` false: a suggestion that the centre has not confirmed. */
  readonly radiobiology: {
    readonly alphaBetaGy: number;
    readonly repairHalfTime: Second;
    readonly source: string;
    readonly confirmed: boolean;
  } | null;
  readonly histogram: DoseVolumeHistogram;
  readonly warnings: readonly Warning[];
}

/** Delivered against what was expected, for one region. z = (ln measured - ln median) / sqrt(spread^2 + u^2). */
export interface Comparison {
  readonly region: string;
  readonly basis: 'plan' | 'population' | 'population and earlier cycles' | 'earlier cycles';
  readonly expectedMedian: Gray;
  readonly expectedRange95: readonly [Gray, Gray];
  /** Absent in older records, as are the two fields below. */
  readonly expectedRange50?: readonly [Gray, Gray];
  readonly delivered: Estimate<Gray>;
  readonly z: number;
  readonly verdict: 'within' | 'borderline' | 'outside';
  readonly source: string;
  readonly confirmed: boolean;
  /** The population value that took part, with its version; null where none did. */
  readonly prior?: PriorReference | null;
  /** The comparison in words, for people. */
  readonly sentence?: string;
}

/** What a person says to a dose outside of what was expected. */
export interface DoseComment {
  readonly region: string;
  readonly text: string;
}

/** The result of verifying one cycle. Plain data: crosses workers, stands in the archive, restores the viewer. */
export interface CycleVerification {
  readonly schema: 'graywise/verification/1';
  readonly software: string;
  readonly cycle: number;
  readonly nuclide: string;
  readonly radiopharmaceutical: string;
  readonly physicalHalfLife: Second;
  readonly administered: Estimate<Becquerel>;
  readonly administrationStart: Instant;
  readonly administrationEnd: Instant | null;
  readonly calibration: CameraCalibration | null;
  /** Absent or null: not known, and partial volume is not corrected. */
  readonly resolution?: ImageResolution | null;
  readonly scans: readonly ScanSummary[];
  readonly referenceTimePoint: number;
  readonly registrations: readonly RegistrationResult[];
  readonly doseGrid: VolumeGeometry;
  readonly doseEngine: string;
  /** Absent in records that were made when local deposition was the only engine. */
  readonly doseMethod?: DoseMethod;
  readonly regions: readonly RegionResult[];
  /** Regions without voxels, by probe, whole-body counts and blood; absent where none was measured. */
  readonly measured?: readonly MeasuredRegionResult[];
  readonly comparisons: readonly Comparison[];
  /** Comments on doses outside the expected range, a region once; absent in older records. */
  readonly comments?: readonly DoseComment[];
  /** What looks abnormal, with what to do about it; absent in older records. */
  readonly findings?: readonly Finding[];
  /** How far the cycle was prescribed and measured by the patient's own doses; absent in records of before. */
  readonly level?: ComputedLevel;
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly StepWarning[];
  /** Null until a person signs; a record of the command line is signed by nobody. */
  readonly signOff: SignOff | null;
}
