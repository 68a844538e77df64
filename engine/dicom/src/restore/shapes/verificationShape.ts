import type {
  CameraCalibration,
  CameraIdentity,
  Comparison,
  CycleVerification,
  DoseComment,
  DoseMethod,
  Finding,
  PriorReference,
  ImageResolution,
  RegistrationQuality,
  RegistrationResult,
  ScanSummary,
  SphereRecovery,
  VolumeGeometry,
  WorksheetRow,
} from '@graywise/physics';
import {
  ASSUMPTIONS,
  COMPUTED_LEVEL,
  ESTIMATE,
  INSTANT,
  list,
  NUMBERS,
  object,
  orAbsent,
  orNull,
  REFERENCE,
  SIGN_OFF,
  STEP_WARNINGS,
} from './commonShapes.js';
import { MEASURED_SHAPE } from './measuredShape.js';
import { REGION_SHAPE } from './regionShape.js';

const CAMERA = object<CameraIdentity>({
  manufacturer: 'string',
  model: 'string',
  serialNumber: 'string',
  collimator: 'string',
  reconstruction: 'string',
  energyWindowKev: orNull(NUMBERS),
});

const CALIBRATION = object<CameraCalibration>({
  factor: ESTIMATE,
  nuclide: 'string',
  camera: CAMERA,
  acquiredAt: INSTANT,
  validUntil: INSTANT,
  highestCountRate: 'number',
  source: REFERENCE,
});

const SPHERE = object<SphereRecovery>({
  diameterMm: 'number',
  fwhmMm: 'number',
  fwhmUncertaintyMm: 'number',
  recovery: 'number',
  recoveryUncertainty: 'number',
});

const RESOLUTION = object<ImageResolution>({
  fwhm: ESTIMATE,
  basis: 'string',
  spheres: list(SPHERE),
  recoveryCurve: orNull(object<NonNullable<ImageResolution['recoveryCurve']>>({ b: NUMBERS, covariance: NUMBERS, chiSquare: 'number' })),
  source: orNull(REFERENCE),
});

const SCAN = object<ScanSummary>({
  timePoint: 'number',
  modality: 'string',
  start: INSTANT,
  duration: 'number',
  afterAdministration: 'number',
  frameOfReferenceUid: 'string',
  emission: REFERENCE,
  ct: orNull(REFERENCE),
});

const QUALITY = object<RegistrationQuality>({
  similarityBefore: 'number',
  similarityAfter: 'number',
  inverseConsistencyMm: orNull('number'),
  translationMm: 'number',
  rotationDegrees: 'number',
  accepted: 'boolean',
  reasons: list('string'),
});

const REGISTRATION = object<RegistrationResult>({
  timePoint: 'number',
  method: 'string',
  matrixLps: NUMBERS,
  fromFrameOfReferenceUid: 'string',
  toFrameOfReferenceUid: 'string',
  quality: orNull(QUALITY),
});

const GRID = object<VolumeGeometry>({
  size: NUMBERS,
  spacingMm: NUMBERS,
  originLps: NUMBERS,
  direction: NUMBERS,
  frameOfReferenceUid: 'string',
});

const COMPARISON = object<Comparison>({
  region: 'string',
  basis: 'string',
  expectedMedian: 'number',
  expectedRange95: NUMBERS,
  expectedRange50: orAbsent(NUMBERS),
  delivered: ESTIMATE,
  z: 'number',
  verdict: 'string',
  source: 'string',
  confirmed: 'boolean',
  prior: orAbsent(orNull(object<PriorReference>({ id: 'string', version: 'string', n: orNull('number'), origin: 'string' }))),
  sentence: orAbsent('string'),
});

const FINDING = object<Finding>({
  kind: 'string',
  region: orNull('string'),
  placeLps: orNull(NUMBERS),
  message: 'string',
  worksheet: list(object<WorksheetRow>({ name: 'string', value: 'number', standardUncertainty: orNull('number'), unit: 'string' })),
  advice: list('string'),
  extraScans: NUMBERS,
});

const DOSE_METHOD = object<DoseMethod>({
  engine: 'string',
  chosenBy: 'string',
  reason: 'string',
  assumptions: list('string'),
  modelUncertainty: object<DoseMethod['modelUncertainty']>({ relative: 'number', reason: 'string' }),
});

/** `CycleVerification` as JSON. */
export const VERIFICATION_SHAPE = object<CycleVerification>({
  schema: { exactly: 'graywise/verification/1' },
  software: 'string',
  cycle: 'number',
  nuclide: 'string',
  radiopharmaceutical: 'string',
  physicalHalfLife: 'number',
  administered: ESTIMATE,
  administrationStart: INSTANT,
  administrationEnd: orNull(INSTANT),
  calibration: orNull(CALIBRATION),
  resolution: orAbsent(orNull(RESOLUTION)),
  scans: list(SCAN),
  referenceTimePoint: 'number',
  registrations: list(REGISTRATION),
  doseGrid: GRID,
  doseEngine: 'string',
  doseMethod: orAbsent(DOSE_METHOD),
  regions: list(REGION_SHAPE),
  measured: orAbsent(list(MEASURED_SHAPE)),
  comparisons: list(COMPARISON),
  comments: orAbsent(list(object<DoseComment>({ region: 'string', text: 'string' }))),
  level: orAbsent(COMPUTED_LEVEL),
  findings: orAbsent(list(FINDING)),
  assumptions: ASSUMPTIONS,
  warnings: STEP_WARNINGS,
  signOff: orNull(SIGN_OFF),
});
