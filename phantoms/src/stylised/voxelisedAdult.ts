import { referenceMaterial } from '@graywise/physics';
import { STYLISED_ADULT } from './stylisedAdult.js';
import type { StylisedPoint, StylisedRegion, StylisedTissue } from './stylisedRegion.js';

/** The stylised adult as voxels, x fastest. */
export interface VoxelisedAdult {
  readonly size: readonly [number, number, number];
  readonly spacingCm: StylisedPoint;
  /** 0 in the vacuum that surrounds the body. */
  readonly densityGPerMl: Float32Array;
  /** For each voxel its place in `STYLISED_TISSUES`; 0 in the vacuum too. */
  readonly tissueIndex: Uint8Array;
  /** For each voxel its place in `organs`. */
  readonly organIndex: Uint8Array;
  /** Names of the organs; the first is the vacuum. */
  readonly organs: readonly string[];
  /** Mass of each of the organs, g. */
  readonly massesG: readonly number[];
}

export const STYLISED_TISSUES: readonly StylisedTissue[] = ['stylized-soft-tissue', 'stylized-skeleton', 'stylized-lung'];

/** The box around the adult, cm. */
const LOW: StylisedPoint = [-20, -13.25, -80];
const HIGH: StylisedPoint = [20, 10, 94];

/** Taken from the global object once: in jest's sandbox every look at it costs more than the sum that follows. */
const { ceil, max, min } = Math;

/**
 * The stylised adult in voxels of a size (cm); a voxel has the tissue and the organ that lie at its centre.
 *
 * Many organs end at planes of whole and half centimetres: voxels that divide half a centimetre along z keep them.
 */
export function voxelisedAdult(spacingCm: StylisedPoint): VoxelisedAdult {
  const voxels = (axis: 0 | 1 | 2): number => ceil((HIGH[axis] - LOW[axis]) / spacingCm[axis] - 1e-6);
  const size = [voxels(0), voxels(1), voxels(2)] as const;
  const count = size[0] * size[1] * size[2];
  const organs = ['vacuum', ...new Set(STYLISED_ADULT.map(({ name }) => name))];
  const grid = {
    size,
    spacingCm,
    densityGPerMl: new Float32Array(count),
    tissueIndex: new Uint8Array(count),
    organIndex: new Uint8Array(count),
    organs,
  };
  for (const region of STYLISED_ADULT) paint(region, grid);
  const voxelMl = spacingCm[0] * spacingCm[1] * spacingCm[2];
  const massesG = new Array<number>(organs.length).fill(0);
  for (let voxel = 0; voxel < count; voxel++) {
    const organ = grid.organIndex[voxel] ?? 0;
    massesG[organ] = (massesG[organ] ?? 0) + (grid.densityGPerMl[voxel] ?? 0) * voxelMl;
  }
  return { ...grid, massesG };
}

function paint(region: StylisedRegion, grid: Omit<VoxelisedAdult, 'massesG'>): void {
  const { size, spacingCm, densityGPerMl, tissueIndex, organIndex } = grid;
  const density = referenceMaterial(region.tissue).densityGPerMl;
  const tissue = STYLISED_TISSUES.indexOf(region.tissue);
  const organ = grid.organs.indexOf(region.name);
  const centre = (axis: 0 | 1 | 2, place: number): number => LOW[axis] + (place + 0.5) * spacingCm[axis];
  const firstAbove = (axis: 0 | 1 | 2, limit: number): number => ceil((limit - LOW[axis]) / spacingCm[axis] - 0.5);
  const first = (axis: 0 | 1 | 2): number => max(0, firstAbove(axis, region.low[axis]));
  const end = (axis: 0 | 1 | 2): number => min(size[axis], firstAbove(axis, region.high[axis]));
  for (let k = first(2), z = centre(2, k); k < end(2); k++, z = centre(2, k)) {
    for (let j = first(1), y = centre(1, j); j < end(1); j++, y = centre(1, j)) {
      for (let i = first(0); i < end(0); i++) {
        if (!region.contains(centre(0, i), y, z)) continue;
        const voxel = i + size[0] * (j + size[1] * k);
        densityGPerMl[voxel] = density;
        tissueIndex[voxel] = tissue;
        organIndex[voxel] = organ;
      }
    }
  }
}
