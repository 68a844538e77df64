import type { TransportMaterial } from './transportMaterial.js';

/** A patient as the transport sees it: a box of voxels, x fastest, in vacuum. Lengths along the voxels' own axes; the frame does not matter. */
export interface TransportGrid {
  readonly size: readonly [number, number, number];
  readonly spacingCm: readonly [number, number, number];
  readonly densityGPerMl: Float32Array;
  /** For each voxel its place in `materials`, of which there are at most 64. */
  readonly materialIndex: Uint8Array;
  readonly materials: readonly TransportMaterial[];
}
