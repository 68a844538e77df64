import { VIRTUAL_CAMERA } from '@graywise/phantoms';
import { hours, instantAfter, makeEstimate, type CameraCalibration } from '@graywise/physics';
import { VIRTUAL_ADMINISTRATIONS } from './virtualScanStart.js';

/** Relative standard uncertainty of the assay of the calibration source: a good radionuclide calibrator, as in the phantom lu-dotatate. */
const CALIBRATION_RELATIVE = 0.015;

/** What the virtual camera says of itself. */
export const VIRTUAL_CAMERA_IDENTITY = {
  manufacturer: 'Graywise',
  model: 'Digital SPECT/CT',
  serialNumber: 'GW-CAMERA-1',
  collimator: 'MEGP',
  reconstruction: 'OSEM',
  energyWindowKev: [187, 229],
} as const;

/** The calibration of the virtual camera; `deviate` is the error of its assay in standard deviations. */
export function virtualCalibration(deviate: number): CameraCalibration {
  const factor = (1 / VIRTUAL_CAMERA.sensitivity) * (1 + CALIBRATION_RELATIVE * deviate);
  const at = VIRTUAL_ADMINISTRATIONS[0];
  return {
    factor: makeEstimate(factor, [
      { source: 'calibration', key: 'calibration:assay:virtual', standardUncertainty: factor * CALIBRATION_RELATIVE },
    ]),
    nuclide: 'Lu-177',
    camera: VIRTUAL_CAMERA_IDENTITY,
    acquiredAt: at,
    validUntil: instantAfter(at, hours(365 * 24)),
    highestCountRate: 1e6,
    source: { sopClassUid: '', sopInstanceUid: '2.25.43.1', seriesInstanceUid: '2.25.43', studyInstanceUid: '2.25.41' },
  };
}
