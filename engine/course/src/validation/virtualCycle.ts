import type { EmissionSeries, PatientIdentity } from '@graywise/dicom';
import {
  VIRTUAL_CAMERA,
  VIRTUAL_FRAME,
  VIRTUAL_SCAN_SECONDS,
  virtualCounts,
  virtualCtGrid,
  virtualField,
  virtualOutlines,
  type VirtualErrors,
  type VirtualPatient,
} from '@graywise/phantoms';
import {
  becquerel,
  calibratedConcentration,
  exactly,
  hours as inHours,
  identityTransform,
  instantAfter,
  makeEstimate,
  nuclideData,
  parseInstant,
  second,
  voxelCount,
  type CameraCalibration,
  type CycleVerification,
  type Facts,
  type Instant,
  type RegistrationResult,
  type Volume,
} from '@graywise/physics';
import type { AlignedCycle, SourceRegions, SourceScan } from '../model/cycle.js';
import { doseGridOf } from '../stages/doseGridOf.js';
import type { StageTools } from '../stages/stageTools.js';

/** Relative standard uncertainty of the assay of the calibration source: a good radionuclide calibrator, as in the phantom lu-dotatate. */
export const CALIBRATION_RELATIVE = 0.015;
/** What a registration is stated to be good for, the length of the residual in mm: rule of the stage for one that was not tested backwards. */
export const REGISTRATION_MM = 2;
/** HU of soft tissue whose density by the built-in curve is that of the virtual patient. */
const SOFT_HOUNSFIELD = 23 + (78 * 0.019) / 0.0452;
const ADMINISTERED = exactly(becquerel(7.4e9));
const START: readonly [Instant, Instant] = [parseInstant('2026-03-02T10:00:00+00:00'), parseInstant('2026-04-27T10:00:00+00:00')];
const PATIENT: PatientIdentity = { id: 'VIRTUAL', name: 'Virtual^Patient', birthDate: '19600101', sex: 'M', weightKg: 75, issuer: '' };
const NUCLIDE = nuclideData('Lu-177');
/** Regions are outlined on the scan nearest to this time (h): kidneys and lesions are seen, and it is a scan of most protocols. */
const OUTLINED_AT_HOURS = 24;

export interface VirtualCycleRequest {
  readonly patient: VirtualPatient;
  readonly errors: VirtualErrors;
  readonly cycle: 1 | 2;
  /** Starts of the scans after the administration, h, ascending. */
  readonly hours: readonly number[];
  readonly facts: Facts;
  readonly earlier: readonly CycleVerification[];
}

/**
 * A virtual patient's cycle as the stage align leaves it: counts with noise, calibrated with a factor that is off by the error of its assay, carried to the
 * dose grid with a registration that is off by its residual, and regions outlined with the operator's error. From here on the stages of the pipeline run as they are.
 */
export async function virtualCycle(request: VirtualCycleRequest, tools: StageTools): Promise<AlignedCycle> {
  const { patient, errors, cycle, hours, facts, earlier } = request;
  const start = START[cycle - 1] ?? START[0];
  const scans = hours.map((after, index) => scanAt(index + 1, after, start));
  const referenceIndex = nearest(hours, OUTLINED_AT_HOURS);
  const calibration = virtualCalibration(errors.calibration);
  const concentrations = hours.map((after, index) => {
    const { emission } = scans[index] ?? scanAt(1, after, start);
    const counts = virtualCounts(patient, { cycle, hours: after, shiftMm: shiftOf(request, index, referenceIndex), noise: errors.counts });
    return calibratedConcentration({
      counts,
      start: emission.start,
      duration: second(VIRTUAL_SCAN_SECONDS),
      decayCorrectedTo: null,
      acquisitionSeconds: second(VIRTUAL_SCAN_SECONDS),
      halfLife: NUCLIDE.halfLife,
      deadTime: null,
      detectors: VIRTUAL_CAMERA.heads,
      calibration,
      acceptCountRate: true,
    });
  });
  const doseGrid = doseGridOf(virtualField(), null);
  const transforms = hours.map(() => identityTransform(VIRTUAL_FRAME));
  const carried: Volume<'Bq/mL'>[] = [];
  for (const moving of concentrations)
    carried.push((await tools.pool.run('resample', { moving, transform: identityTransform(VIRTUAL_FRAME), grid: doseGrid })) as Volume<'Bq/mL'>);
  return {
    cycle,
    patient: PATIENT,
    study: studyOf(),
    nuclide: NUCLIDE,
    radiopharmaceutical: '177Lu-DOTATATE',
    administered: ADMINISTERED,
    administrationStart: start,
    administrationEnd: null,
    scans,
    calibrations: [],
    regionSets: [regionsOn(referenceIndex + 1, virtualOutlines(patient, errors, cycle))],
    imageFrames: [VIRTUAL_FRAME],
    facts,
    plan: null,
    earlier,
    assumptions: [],
    warnings: [],
    calibration,
    concentrations,
    becquerelPerCount: hours.map(() => calibration.factor.value / VIRTUAL_SCAN_SECONDS),
    referenceIndex,
    referenceCt: virtualCt(),
    doseGrid,
    transforms,
    registrations: hours.map((_, index) => registration(index, referenceIndex)),
    carried,
  };
}

function nearest(hours: readonly number[], wanted: number): number {
  return hours.reduce((best, after, index) => (Math.abs(after - wanted) < Math.abs((hours[best] ?? 0) - wanted) ? index : best), 0);
}

/** The residual's length is stated: each axis has its share. */
function shiftOf({ errors, cycle, hours }: VirtualCycleRequest, index: number, referenceIndex: number): [number, number, number] {
  if (index === referenceIndex) return [0, 0, 0];
  const [x, y, z] = errors.registration(cycle, hours[index] ?? 0);
  const perAxis = REGISTRATION_MM / Math.sqrt(3);
  return [x * perAxis, y * perAxis, z * perAxis];
}

function registration(index: number, referenceIndex: number): RegistrationResult {
  const { matrixLps } = identityTransform(VIRTUAL_FRAME);
  const frames = { fromFrameOfReferenceUid: VIRTUAL_FRAME, toFrameOfReferenceUid: VIRTUAL_FRAME };
  if (index === referenceIndex) return { timePoint: index + 1, method: 'identity', matrixLps, ...frames, quality: null };
  const quality = {
    similarityBefore: 1,
    similarityAfter: 1,
    inverseConsistencyMm: REGISTRATION_MM,
    translationMm: 0,
    rotationDegrees: 0,
    accepted: true,
    reasons: [],
  };
  return { timePoint: index + 1, method: 'rigid CT to CT', matrixLps, ...frames, quality };
}

/** The calibration of the virtual camera; `deviate` is the error of its assay in standard deviations. */
export function virtualCalibration(deviate: number): CameraCalibration {
  const factor = (1 / VIRTUAL_CAMERA.sensitivity) * (1 + CALIBRATION_RELATIVE * deviate);
  const at = START[0];
  return {
    factor: makeEstimate(factor, [
      { source: 'calibration', key: 'calibration:assay:virtual', standardUncertainty: factor * CALIBRATION_RELATIVE },
    ]),
    nuclide: NUCLIDE.name,
    camera: CAMERA,
    acquiredAt: at,
    validUntil: instantAfter(at, inHours(365 * 24)),
    highestCountRate: 1e6,
    source: { sopClassUid: '', sopInstanceUid: '2.25.43.1', seriesInstanceUid: '2.25.43', studyInstanceUid: '2.25.41' },
  };
}

const CAMERA = {
  manufacturer: 'Graywise',
  model: 'Digital SPECT/CT',
  serialNumber: 'GW-CAMERA-1',
  collimator: 'MEGP',
  reconstruction: 'OSEM',
  energyWindowKev: [187, 229],
} as const;

function virtualCt(): Volume<'HU'> {
  const geometry = virtualCtGrid();
  return { geometry, unit: 'HU', data: new Float32Array(voxelCount(geometry)).fill(SOFT_HOUNSFIELD) };
}

function regionsOn(timePoint: number, file: SourceRegions['files'][number]): SourceRegions {
  return {
    timePoint,
    reference: { sopClassUid: '', sopInstanceUid: '2.25.44.1', seriesInstanceUid: '2.25.44', studyInstanceUid: '2.25.41' },
    patient: PATIENT,
    kind: 'SEG',
    frameOfReferenceUid: VIRTUAL_FRAME,
    drawnOnSeries: [],
    drawnAt: '',
    regions: [],
    files: [file],
  };
}

const studyOf = (): EmissionSeries['study'] => ({
  patient: PATIENT,
  studyInstanceUid: '2.25.41',
  studyDate: '20260302',
  studyTime: '100000',
  studyId: '',
  accessionNumber: '',
  studyDescription: '',
  referringPhysician: '',
});

function scanAt(timePoint: number, after: number, administration: Instant): SourceScan {
  const uid = `2.25.45.${String(timePoint)}`;
  return {
    timePoint,
    ct: null,
    afterAdministration: inHours(after),
    emission: {
      reference: { sopClassUid: '', sopInstanceUid: `${uid}.1`, seriesInstanceUid: uid, studyInstanceUid: '2.25.41' },
      patient: PATIENT,
      study: studyOf(),
      folder: `scan-${String(timePoint)}`,
      modality: 'NM',
      start: instantAfter(administration, inHours(after)),
      zoneStated: true,
      durationSeconds: VIRTUAL_SCAN_SECONDS,
      countingSeconds: VIRTUAL_SCAN_SECONDS,
      detectors: VIRTUAL_CAMERA.heads,
      camera: CAMERA,
      nuclide: NUCLIDE.name,
      statedHalfLife: null,
      radiopharmaceutical: '177Lu-DOTATATE',
      frameOfReferenceUid: VIRTUAL_FRAME,
      unit: 'counts',
      decayCorrectedTo: null,
      administration: { start: administration, end: null, activity: ADMINISTERED.value },
      description: `SPECT ${String(after)} h`,
      notes: [],
      files: [],
    },
  };
}
