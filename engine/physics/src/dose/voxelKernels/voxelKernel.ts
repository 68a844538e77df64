/** How much of a decay's energy each voxel around a uniformly active voxel absorbs, in an unbounded medium. */
export interface VoxelKernel {
  readonly nuclide: string;
  readonly medium: string;
  readonly densityGPerMl: number;
  readonly voxelMm: readonly [number, number, number];
  /** Voxels beyond the active one, in each direction of an axis. */
  readonly halfSize: readonly [number, number, number];
  /**
   * MeV per decay from electrons and photons at offsets 0 to halfSize: one octant, x fastest; a kernel is the same in every octant. Alpha particles are
   * not in it: they stay in the active voxel.
   */
  readonly absorbedMev: Float64Array;
  readonly alphaMev: number;
  /** All that is emitted, alphas included, MeV per decay. */
  readonly emittedMev: number;
}
