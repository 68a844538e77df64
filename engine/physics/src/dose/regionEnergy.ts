import { joule, type Joule } from '../quantities/quantity.js';
import { voxelVolume } from '../volume/voxelVolume.js';
import type { Volume } from '../volume/volumeGeometry.js';

/** The energy that the voxels of a mask absorb, J: dose times density times volume, added up (rule D8). All on one grid. */
export function regionEnergy(doseGy: Volume<'Gy'>, densityGPerMl: Volume<'g/mL'>, mask: Uint8Array): Joule {
  let sum = 0;
  for (let voxel = 0; voxel < mask.length; voxel++)
    if (mask[voxel] === 1) sum += (doseGy.data[voxel] ?? 0) * (densityGPerMl.data[voxel] ?? 0);
  return joule(sum * voxelVolume(doseGy.geometry) * 1e-3); // 1000 g in a kg
}
