import type { TransportGrid } from '../transportGrid.js';

/** The part of a grid that holds the body, and the decays in it. */
export interface CroppedPatient {
  readonly grid: TransportGrid;
  readonly decays: Float64Array;
  /** Writes values of the part into an array of the whole grid. */
  readonly placeBack: (values: Float64Array, whole: Float32Array) => void;
}

/** Less than this (g/mL) is air, which neither stops nor scatters enough to matter. */
const BODY_G_PER_ML = 0.05;

/** Cuts away the air around the body: photons that leave the smallest box around it are counted as escaped. */
export function cropToBody(grid: TransportGrid, decays: Float64Array): CroppedPatient {
  const { first, last } = bodyBox(grid, decays);
  const size = [last[0] - first[0] + 1, last[1] - first[1] + 1, last[2] - first[2] + 1] as const;
  const [nx, ny] = grid.size;
  const eachRow = (copyRow: (whole: number, part: number) => void): void => {
    for (let k = 0; k < size[2]; k++)
      for (let j = 0; j < size[1]; j++) copyRow(first[0] + nx * (first[1] + j + ny * (first[2] + k)), size[0] * (j + size[1] * k));
  };
  const voxels = size[0] * size[1] * size[2];
  const part = {
    densityGPerMl: new Float32Array(voxels),
    materialIndex: new Uint8Array(voxels),
    decays: new Float64Array(voxels),
  };
  eachRow((whole, target) => {
    part.densityGPerMl.set(grid.densityGPerMl.subarray(whole, whole + size[0]), target);
    part.materialIndex.set(grid.materialIndex.subarray(whole, whole + size[0]), target);
    part.decays.set(decays.subarray(whole, whole + size[0]), target);
  });
  return {
    grid: { ...grid, size, densityGPerMl: part.densityGPerMl, materialIndex: part.materialIndex },
    decays: part.decays,
    placeBack: (values, whole) => eachRow((start, from) => whole.set(values.subarray(from, from + size[0]), start)),
  };
}

type Corner = [number, number, number];

function bodyBox({ size: [nx, ny, nz], densityGPerMl }: TransportGrid, decays: Float64Array): { first: Corner; last: Corner } {
  const first: Corner = [nx, ny, nz];
  const last: Corner = [-1, -1, -1];
  for (let k = 0, voxel = 0; k < nz; k++)
    for (let j = 0; j < ny; j++)
      for (let i = 0; i < nx; i++, voxel++) {
        if ((densityGPerMl[voxel] ?? 0) < BODY_G_PER_ML && !((decays[voxel] ?? 0) > 0)) continue;
        first[0] = Math.min(first[0], i);
        first[1] = Math.min(first[1], j);
        first[2] = Math.min(first[2], k);
        last[0] = Math.max(last[0], i);
        last[1] = Math.max(last[1], j);
        last[2] = Math.max(last[2], k);
      }
  return last[0] < 0 ? { first: [0, 0, 0], last: [nx - 1, ny - 1, nz - 1] } : { first, last };
}
