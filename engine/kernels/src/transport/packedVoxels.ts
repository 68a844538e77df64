import type { TransportGrid } from './transportGrid.js';

/** Numbers of eight bytes that a voxel takes: the first is the energy that it absorbed. */
export const NUMBERS_PER_VOXEL = 2;

/** The voxels of a grid as `Voxel` of c/transport/grid.h, with nothing absorbed. */
export function packedVoxels({ densityGPerMl, materialIndex }: TransportGrid): Float64Array {
  const packed = new Float64Array(densityGPerMl.length * NUMBERS_PER_VOXEL);
  const [densities, materials] = [new Float32Array(packed.buffer), new Int32Array(packed.buffer)];
  for (let voxel = 0; voxel < densityGPerMl.length; voxel++) {
    densities[voxel * 4 + 2] = densityGPerMl[voxel] ?? 0;
    materials[voxel * 4 + 3] = materialIndex[voxel] ?? 0;
  }
  return packed;
}
