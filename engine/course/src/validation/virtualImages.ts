import {
  VIRTUAL_CAMERA,
  VIRTUAL_SCAN_SECONDS,
  virtualCounts,
  virtualField,
  type VirtualErrors,
  type VirtualPatient,
} from '@graywise/phantoms';
import { calibratedConcentration, nuclideData, second, type CameraCalibration, type Volume } from '@graywise/physics';
import { doseGridOf } from '../stages/doseGridOf.js';
import { splineRefined } from './splineRefined.js';
import { virtualScanStart } from './virtualScanStart.js';

/** What a registration is stated to be good for: the length of the residual, mm, as the stage takes it for one that was not tested backwards. */
export const REGISTRATION_MM = 2;

/** The activity concentration of a scan, on its own grid and on the dose grid. */
export interface VirtualImage {
  readonly concentration: Volume<'Bq/mL'>;
  readonly carried: Volume<'Bq/mL'>;
}

/** The image of a scan. The reference lies where it is thought to lie; others are off by the residual of their registration. */
export type VirtualImages = (cycle: 1 | 2, hours: number, isReference: boolean) => VirtualImage;

/** The images of a virtual patient, each made once: counts with noise, calibrated, carried to the dose grid. */
export function virtualImages(patient: VirtualPatient, errors: VirtualErrors, calibration: CameraCalibration): VirtualImages {
  const made = new Map<string, VirtualImage>();
  const make = (cycle: 1 | 2, hours: number, isReference: boolean): VirtualImage => {
    const shiftMm = isReference ? ([0, 0, 0] as const) : shiftOf(errors, cycle, hours);
    const concentration = calibratedConcentration({
      counts: virtualCounts(patient, { cycle, hours, shiftMm, noise: errors.counts }),
      start: virtualScanStart(cycle, hours),
      duration: second(VIRTUAL_SCAN_SECONDS),
      decayCorrectedTo: null,
      acquisitionSeconds: second(VIRTUAL_SCAN_SECONDS),
      halfLife: nuclideData('Lu-177').halfLife,
      deadTime: null,
      detectors: VIRTUAL_CAMERA.heads,
      calibration,
      acceptCountRate: true,
    });
    const grid = doseGridOf(virtualField(), null);
    return { concentration, carried: splineRefined(concentration, grid) };
  };
  return (cycle, hours, isReference) => {
    const key = `${String(cycle)}:${String(hours)}:${String(isReference)}`;
    const image = made.get(key) ?? make(cycle, hours, isReference);
    made.set(key, image);
    return image;
  };
}

/** The length of the residual is stated: each axis has its share. */
function shiftOf(errors: VirtualErrors, cycle: number, hours: number): readonly [number, number, number] {
  const [x, y, z] = errors.registration(cycle, hours);
  const perAxis = REGISTRATION_MM / Math.sqrt(3);
  return [x * perAxis, y * perAxis, z * perAxis];
}
