import type { Volume } from '@graywise/physics';
import { storedDose } from './objects/storedDose.js';

/**
 * The dose map as RTDOSE will hold it: rounded to its steps, 7.7e-6 of the largest dose or less from the input.
 *
 * Histograms made from this map are the ones that anyone finds in the stored object, voxel for voxel. Throws GW_NOT_FINITE or GW_NEGATIVE.
 */
export function storableDose(dose: Volume<'Gy'>): Volume<'Gy'> {
  const { stored, gridScaling } = storedDose(dose);
  const data = new Float32Array(stored.length);
  for (let voxel = 0; voxel < data.length; voxel++) data[voxel] = (stored[voxel] ?? 0) * gridScaling;
  return { ...dose, data };
}
