import type { Second } from '../quantities/quantity.js';
import type { Volume, VolumeGeometry } from '../volume/volumeGeometry.js';
import { voxelCount } from '../volume/voxelCount.js';

/** What the curve of every voxel is fitted from. */
export interface VoxelCurvesInput {
  /** One per time point, all on one grid; each as it was at its `afterAdministration`. */
  readonly concentrations: readonly Volume<'Bq/mL'>[];
  readonly afterAdministration: readonly Second[];
  readonly physicalHalfLife: Second;
  /**
   * Standard uncertainty of each time point, Bq/mL, the same for every voxel. Left out: in proportion to the voxel's own value, and never less than for
   * 1 % of the largest value of that voxel (rule T10).
   */
  readonly standardUncertaintiesBqPerMl?: readonly number[];
  /** No rate above it, 1/s. Left out: what the scans of a region may show. */
  readonly fastestRatePerSecond?: number;
}

/** One exponential of every voxel's curve. */
export interface VoxelTerm {
  readonly amplitudeBqPerMl: Float32Array;
  readonly ratePerSecond: Float32Array;
}

/** The curve of every voxel, in the data order of the grid: the sum of its terms, the slowest first. */
export interface VoxelCurves {
  readonly geometry: VolumeGeometry;
  readonly terms: readonly VoxelTerm[];
  /** From the administration to infinity. */
  readonly timeIntegratedBqSPerMl: Volume<'Bq s/mL'>;
  /** Sum of squared residuals over squared standard uncertainties; where these are left out, of relative residuals. */
  readonly sumOfSquares: Float32Array;
}

/** Curves of voxels without activity: amplitudes of zero at the rates given, 1/s. */
export function curvesWithoutActivity(geometry: VolumeGeometry, ratesPerSecond: readonly number[]): VoxelCurves {
  const voxels = voxelCount(geometry);
  return {
    geometry,
    terms: ratesPerSecond.map(rate => ({
      amplitudeBqPerMl: new Float32Array(voxels),
      ratePerSecond: new Float32Array(voxels).fill(rate),
    })),
    timeIntegratedBqSPerMl: { geometry, unit: 'Bq s/mL', data: new Float32Array(voxels) },
    sumOfSquares: new Float32Array(voxels),
  };
}
