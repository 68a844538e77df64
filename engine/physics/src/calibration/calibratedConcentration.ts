import { GraywiseError } from '../errors/GraywiseError.js';
import type { CameraCalibration } from '../record/cycleVerification.js';
import type { Volume } from '../volume/volumeGeometry.js';
import { voxelVolume } from '../volume/voxelVolume.js';
import { fieldCountRate, type CountAcquisition } from './fieldCountRate.js';
import { scaledVolume } from './scaledVolume.js';

/** A patient's count image and the calibration that fits it (`assertCalibrationFits`). */
export interface PatientAcquisition extends CountAcquisition {
  readonly calibration: CameraCalibration;
  /** A person, or a stated policy, accepts a count rate above the calibration's without a dead-time model. Left out: refused. */
  readonly acceptCountRate?: boolean;
}

/**
 * Activity concentration at the start of the scan: counts per second and mL times the calibration factor, with the decay during the acquisition
 * (or the decay correction that the image already has) accounted for by `decayToStart`.
 *
 * Throws GW_DEAD_TIME when the count rate exceeds the highest of the calibration and there is neither a dead-time model nor an acceptance,
 * GW_TOO_FEW_COUNTS, GW_NOT_FINITE.
 */
export function calibratedConcentration({ calibration, acceptCountRate = false, ...acquisition }: PatientAcquisition): Volume<'Bq/mL'> {
  const rate = fieldCountRate(acquisition);
  if (rate.observed > calibration.highestCountRate && acquisition.deadTime === null && !acceptCountRate) {
    throw new GraywiseError('GW_DEAD_TIME', { found: Math.round(rate.observed), expected: Math.round(calibration.highestCountRate) });
  }
  const becquerelPerMlPerCount = (calibration.factor.value * rate.ratePerCountAtStart) / voxelVolume(acquisition.counts.geometry);
  return scaledVolume(acquisition.counts, becquerelPerMlPerCount, 'Bq/mL');
}
