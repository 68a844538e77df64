import type { EmissionSeries, PatientIdentity } from '@graywise/dicom';
import {
  VIRTUAL_CAMERA,
  VIRTUAL_FRAME,
  VIRTUAL_MEASURED_RESOLUTION_MM,
  VIRTUAL_SCAN_SECONDS,
  virtualField,
  virtualOutlines,
  type VirtualErrors,
  type VirtualPatient,
} from '@graywise/phantoms';
import {
  becquerel,
  exactly,
  hours as inHours,
  identityTransform,
  makeEstimate,
  nuclideData,
  type CycleVerification,
  type Facts,
  type ImageResolution,
  type RegistrationResult,
} from '@graywise/physics';
import type { AlignedCycle, SourceRegions, SourceScan } from '../model/cycle.js';
import { doseGridOf } from '../stages/doseGridOf.js';
import { VIRTUAL_CAMERA_IDENTITY, virtualCalibration } from './virtualCalibration.js';
import { REGISTRATION_MM, type VirtualImages } from './virtualImages.js';
import { VIRTUAL_ADMINISTRATIONS, virtualScanStart } from './virtualScanStart.js';

export const VIRTUAL_RADIOPHARMACEUTICAL = '177Lu-DOTATATE';
const ADMINISTERED = exactly(becquerel(7.4e9));
const PATIENT: PatientIdentity = { id: 'VIRTUAL', name: 'Virtual^Patient', birthDate: '19600101', sex: 'M', weightKg: 75, issuer: '' };
const NUCLIDE = nuclideData('Lu-177');
/** Regions are outlined on the scan nearest to this time (h): kidneys and lesions are seen, and it is a scan of most protocols. */
const OUTLINED_AT_HOURS = 24;

export interface VirtualCycleRequest {
  readonly patient: VirtualPatient;
  readonly errors: VirtualErrors;
  readonly images: VirtualImages;
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
export function virtualCycle(request: VirtualCycleRequest): AlignedCycle {
  const { patient, errors, images, cycle, hours, facts, earlier } = request;
  const start = VIRTUAL_ADMINISTRATIONS[cycle === 1 ? 0 : 1];
  const scans = hours.map((after, index) => scanAt(index + 1, after, cycle));
  const referenceIndex = nearest(hours, OUTLINED_AT_HOURS);
  const calibration = virtualCalibration(errors.calibration);
  const shots = hours.map((after, index) => images(cycle, after, index === referenceIndex));
  const doseGrid = doseGridOf(virtualField(), null);
  return {
    cycle,
    patient: PATIENT,
    study: studyOf(),
    nuclide: NUCLIDE,
    radiopharmaceutical: VIRTUAL_RADIOPHARMACEUTICAL,
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
    resolution: virtualResolution(errors.resolution),
    concentrations: shots.map(({ concentration }) => concentration),
    becquerelPerCount: hours.map(() => calibration.factor.value / VIRTUAL_SCAN_SECONDS),
    referenceIndex,
    referenceCt: null,
    doseGrid,
    transforms: hours.map(() => identityTransform(VIRTUAL_FRAME)),
    registrations: hours.map((_, index) => registration(index, referenceIndex)),
    carried: shots.map(({ carried }) => carried),
  };
}

function nearest(hours: readonly number[], wanted: number): number {
  return hours.reduce((best, after, index) => (Math.abs(after - wanted) < Math.abs((hours[best] ?? 0) - wanted) ? index : best), 0);
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

/** Standard uncertainty (mm) that a hospital states of the resolution. */
const RESOLUTION_MM = 0.25;

/** The resolution as a hospital has measured it: off by as much as it states. */
function virtualResolution(deviate: number): ImageResolution {
  const fwhm = makeEstimate(VIRTUAL_MEASURED_RESOLUTION_MM + RESOLUTION_MM * deviate, [
    { source: 'recovery', key: 'resolution:virtual', standardUncertainty: RESOLUTION_MM },
  ]);
  return { fwhm, basis: 'measured spheres', spheres: [], recoveryCurve: null, source: null };
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

function scanAt(timePoint: number, after: number, cycle: 1 | 2): SourceScan {
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
      start: virtualScanStart(cycle, after),
      zoneStated: true,
      durationSeconds: VIRTUAL_SCAN_SECONDS,
      countingSeconds: VIRTUAL_SCAN_SECONDS,
      detectors: VIRTUAL_CAMERA.heads,
      camera: VIRTUAL_CAMERA_IDENTITY,
      nuclide: NUCLIDE.name,
      statedHalfLife: null,
      radiopharmaceutical: VIRTUAL_RADIOPHARMACEUTICAL,
      frameOfReferenceUid: VIRTUAL_FRAME,
      unit: 'counts',
      decayCorrectedTo: null,
      administration: { start: VIRTUAL_ADMINISTRATIONS[cycle === 1 ? 0 : 1], end: null, activity: ADMINISTERED.value },
      description: `SPECT ${String(after)} h`,
      notes: [],
      files: [],
    },
  };
}
