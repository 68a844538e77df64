import { GraywiseError } from '../errors/GraywiseError.js';
import { formatInstant, secondsBetween, type Instant } from '../quantities/instant.js';
import type { CameraCalibration, CameraIdentity } from '../record/cycleVerification.js';

/** A scan that wants a calibration. */
export interface CalibrationNeed {
  readonly camera: CameraIdentity;
  readonly nuclide: string;
  /** Start of the scan. */
  readonly at: Instant;
}

/** Windows that differ by less than this (keV) are one window, written with other rounding. */
const WINDOW_TOLERANCE_KEV = 1;

const TEXTS = ['manufacturer', 'model', 'serialNumber', 'collimator', 'reconstruction'] as const;
const WORDS = {
  manufacturer: 'manufacturer',
  model: 'camera model',
  serialNumber: 'serial number',
  collimator: 'collimator',
  reconstruction: 'reconstruction',
};

/**
 * Refuses a calibration that was made otherwise than a scan: another nuclide, camera, collimator, energy window or reconstruction
 * (GW_CALIBRATION_MISMATCH), or one that is not valid at the time of the scan (GW_CALIBRATION_EXPIRED), as long before it as after.
 *
 * Texts are compared by their letters and digits only. Where scan or calibration does not state one, it is neither refused nor silently taken as equal:
 * the returned sentences say what had to be assumed.
 */
export function assertCalibrationFits(calibration: CameraCalibration, { camera, nuclide, at }: CalibrationNeed): string[] {
  if (calibration.nuclide !== nuclide) refuse(nuclide, calibration.nuclide);
  const assumptions: string[] = [];
  for (const field of TEXTS) {
    const [needed, found] = [camera[field], calibration.camera[field]];
    if (normalized(needed) === '' || normalized(found) === '') assumptions.push(unstated(WORDS[field]));
    else if (normalized(needed) !== normalized(found)) refuse(`${WORDS[field]} ${needed}`, `${WORDS[field]} ${found}`);
  }
  if (camera.energyWindowKev === null || calibration.camera.energyWindowKev === null) assumptions.push(unstated('energy window'));
  else if (!sameWindow(camera.energyWindowKev, calibration.camera.energyWindowKev)) {
    refuse(`energy window ${windowText(camera.energyWindowKev)}`, `energy window ${windowText(calibration.camera.energyWindowKev)}`);
  }
  return [...assumptions, ...validity(calibration, at)];
}

function validity({ acquiredAt, validUntil }: CameraCalibration, at: Instant): string[] {
  const age = secondsBetween(acquiredAt, at);
  if (Math.abs(age) > secondsBetween(acquiredAt, validUntil)) {
    throw new GraywiseError('GW_CALIBRATION_EXPIRED', { found: formatInstant(acquiredAt), expected: formatInstant(at) });
  }
  return age < 0
    ? [`The calibration was acquired ${(-age / 86400).toFixed(1)} days after the scan; the camera is taken as unchanged.`]
    : [];
}

function refuse(expected: string, found: string): never {
  throw new GraywiseError('GW_CALIBRATION_MISMATCH', { expected, found });
}

function unstated(what: string): string {
  return `The ${what} is not stated by both scan and calibration; it is taken to be the same.`;
}

function normalized(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

type Window = readonly [number, number];

function sameWindow(a: Window, b: Window): boolean {
  return Math.abs(a[0] - b[0]) < WINDOW_TOLERANCE_KEV && Math.abs(a[1] - b[1]) < WINDOW_TOLERANCE_KEV;
}

function windowText([low, high]: Window): string {
  return `${low.toFixed(1)} to ${high.toFixed(1)} keV`;
}
