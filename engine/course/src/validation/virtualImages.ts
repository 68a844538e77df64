import {
  VIRTUAL_CAMERA,
  VIRTUAL_FRAME,
  VIRTUAL_SCAN_SECONDS,
  virtualCounts,
  virtualField,
  type VirtualErrors,
  type VirtualPatient,
} from '@graywise/phantoms';
import { calibratedConcentration, identityTransform, nuclideData, second, type CameraCalibration, type Volume } from '@graywise/physics';
import type { WorkerPool } from '../pool/WorkerPool.js';
import { doseGridOf } from '../stages/doseGridOf.js';
import { virtualScanStart } from './virtualScanStart.js';

/** What a registration is stated to be good for: the length of the residual, mm, as the stage takes it for one that was not tested backwards. */
export const REGISTRATION_MM = 2;

/** The activity concentration of a scan, on its own grid and on the dose grid. */
export interface VirtualImage {
  readonly concentration: Volume<'Bq/mL'>;
  readonly carried: Volume<'Bq/mL'>;
}

/** The image of a scan. The reference lies where it is thought to lie; others are off by the residual of their registration. */
export type VirtualImages = (cycle: 1 | 2, hours: number, isReference: boolean) => Promise<VirtualImage>;

/** The images of a virtual patient, each made once: counts with noise, calibrated, carried to the dose grid. */
export function virtualImages(patient: VirtualPatient, errors: VirtualErrors, calibration: CameraCalibration, pool: WorkerPool): VirtualImages {
  const made = new Map<string, Promise<VirtualImage>>();
  const make = async (cycle: 1 | 2, hours: number, isReference: boolean): Promise<VirtualImage> => {
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
    const carried = await pool.run('resample', { moving: concentration, transform: identityTransform(VIRTUAL_FRAME), grid });
    return { concentration, carried: carried as Volume<'Bq/mL'> };
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
