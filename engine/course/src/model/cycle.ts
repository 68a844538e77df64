import type { CtSeries, EmissionSeries, PatientIdentity, RegionSet, StudyContext } from '@graywise/dicom';
import type {
  Assumption,
  CalibrationFacts,
  CameraCalibration,
  ChosenTail,
  Comparison,
  CurvePoint,
  CyclePlan,
  CycleVerification,
  DoseMethod,
  DoseVolumeHistogram,
  Estimate,
  Facts,
  Finding,
  Gray,
  ImageResolution,
  Instant,
  Kilogram,
  MaterialMap,
  MeasuredRegionResult,
  Becquerel,
  BecquerelSecond,
  Millilitre,
  Nuclide,
  ObjectReference,
  RecoveredScan,
  RecoveryModel,
  RegionMask,
  RegistrationResult,
  RigidTransform,
  Second,
  StepWarning,
  TimeActivityFit,
  Volume,
  VolumeGeometry,
  Warning,
} from '@graywise/physics';

/** One scan of the cycle as it was imported: the emission series and the CT of the same session. */
export interface SourceScan {
  readonly timePoint: number;
  readonly emission: EmissionSeries;
  readonly ct: CtSeries | null;
  /** From the start of the administration to the start of the scan. */
  readonly afterAdministration: Second;
}

/** A set of drawn regions and the scan of the cycle on whose images it was drawn; null when that is no scan of this cycle. */
export interface SourceRegions extends RegionSet {
  readonly timePoint: number | null;
}

/** A calibration acquisition and what a physicist stated of its source. */
export interface CalibrationSource {
  readonly facts: CalibrationFacts;
  readonly series: EmissionSeries;
}

/** Everything one verification starts from. The values below grow from it, one per stage; none is ever changed. */
export interface CycleSources {
  readonly cycle: number;
  readonly patient: PatientIdentity;
  readonly study: StudyContext;
  readonly nuclide: Nuclide;
  readonly radiopharmaceutical: string;
  readonly administered: Estimate<Becquerel>;
  readonly administrationStart: Instant;
  readonly administrationEnd: Instant | null;
  readonly scans: readonly SourceScan[];
  readonly calibrations: readonly CalibrationSource[];
  readonly regionSets: readonly SourceRegions[];
  /** Frames of reference of every image of the course: regions drawn in none of them are a mistake, not another cycle's. */
  readonly imageFrames: readonly string[];
  readonly facts: Facts;
  readonly plan: CyclePlan | null;
  readonly earlier: readonly CycleVerification[];
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly StepWarning[];
}

/** After calibrate: activity concentrations of every scan on its own grid, at the start of the scan. */
export interface CalibratedCycle extends CycleSources {
  readonly calibration: CameraCalibration | null;
  /** Null: not known, and partial volume is not corrected. */
  readonly resolution: ImageResolution | null;
  readonly concentrations: readonly Volume<'Bq/mL'>[];
  /** Bq per detected count of each scan, for counting statistics; null where the images came as Bq/mL. */
  readonly becquerelPerCount: readonly (number | null)[];
}

/** After align: every scan on the dose grid of the reference scan. */
export interface AlignedCycle extends CalibratedCycle {
  readonly referenceIndex: number;
  readonly referenceCt: Volume<'HU'> | null;
  readonly doseGrid: VolumeGeometry;
  readonly transforms: readonly RigidTransform[];
  readonly registrations: readonly RegistrationResult[];
  readonly carried: readonly Volume<'Bq/mL'>[];
}

/** The activities of all regions in every scan, corrected for partial volume. */
export interface CycleRecovery {
  readonly model: RecoveryModel;
  /** In the order of the scans. */
  readonly scans: readonly RecoveredScan[];
}

/** A region on the dose grid with what it weighs. */
export interface MeasuredRegion {
  readonly name: string;
  readonly mask: RegionMask;
  readonly volume: Estimate<Millilitre>;
  readonly mass: Estimate<Kilogram>;
  /** Regions this one is the union of; its voxels count once, in the parts. */
  readonly parts: readonly string[];
  /** On what it was outlined: the resolution of that image is in the uncertainty of its volume. */
  readonly outlinedOn: 'CT' | 'emission';
  /** How much of the region each scan sees, 0 to 1, in the order of the scans. */
  readonly coverage: readonly number[];
  readonly warnings: readonly Warning[];
}

/** After segment: regions and the density they sit in. */
export interface SegmentedCycle extends AlignedCycle {
  readonly density: Volume<'g/mL'>;
  readonly materials: MaterialMap;
  readonly regions: readonly MeasuredRegion[];
  readonly regionSources: readonly ObjectReference[];
  /** Null where the resolution is not known. */
  readonly recovery: CycleRecovery | null;
}

/** A region with its time-activity curve. */
export interface RegionCurve extends MeasuredRegion {
  readonly curve: readonly CurvePoint[];
  readonly fit: TimeActivityFit;
  /** What a person chose to decay after the last scan; null: as fitted. A curve by a half-life from elsewhere (`fit.singleScan`) does not follow it. */
  readonly tail: ChosenTail | null;
  readonly timeIntegratedActivity: Estimate<BecquerelSecond>;
  readonly effectiveHalfLife: Estimate<Second>;
}

/** After fitCurves: kinetics of every region. */
export interface CurvedCycle extends SegmentedCycle {
  readonly curves: readonly RegionCurve[];
  /** Places in the list of scans of those that the curves are made of. */
  readonly scansInUse: readonly number[];
}

/** A region with its absorbed dose. */
export interface RegionDose extends RegionCurve {
  readonly absorbedDose: Estimate<Gray>;
  /** The part of alpha particles and recoiling nuclei; null for nuclides without. */
  readonly alphaDose: Estimate<Gray> | null;
  readonly histogram: DoseVolumeHistogram;
}

/** After absorbedDose: the dose map and the dose of every region. */
export interface DosedCycle extends CurvedCycle {
  readonly doseMethod: DoseMethod;
  readonly dose: Volume<'Gy'>;
  /** Standard uncertainty of the dose from counting histories; null for engines without chance. */
  readonly doseStatistics: Volume<'Gy'> | null;
  readonly doses: readonly RegionDose[];
  /** Regions without voxels; absent where none was measured. */
  readonly measured?: readonly MeasuredRegionResult[];
  /** Bq s/mL by voxel, where a person had the map follow each voxel's own curve. */
  readonly voxelIntegrals?: Float32Array;
}

/** After compare: delivered against planned and expected. */
export interface ComparedCycle extends DosedCycle {
  readonly comparisons: readonly Comparison[];
  readonly findings: readonly Finding[];
}

/** After record: the verification as plain data, ready for the archive. */
export interface VerifiedCycle extends ComparedCycle {
  readonly verification: CycleVerification;
}

/** What each step of a cycle has made so far. */
export interface CycleResults {
  readonly calibrate?: CalibratedCycle;
  readonly align?: AlignedCycle;
  readonly regions?: SegmentedCycle;
  readonly 'time-activity'?: CurvedCycle;
  readonly dose?: DosedCycle;
  readonly verify?: ComparedCycle;
  readonly record?: VerifiedCycle;
}
