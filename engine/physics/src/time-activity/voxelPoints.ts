import { coarseLog } from '../numerics/coarseLog.js';
import { expOfMinus } from '../numerics/expOfMinus.js';
import type { VoxelCurvesInput } from './voxelCurves.js';

/** Without stated uncertainties no point weighs more than one of this share of the voxel's largest (rule T10). */
const LEAST_SHARE = 0.01;

/** Below this share of the mean square of the times, their spread is that of one point and rounding. */
const LEAST_SPREAD = 1e-9;

/**
 * The time points of one voxel after the other, in the order of time and in units of their standard uncertainties. One object serves millions of
 * voxels, so that nothing is allocated between them.
 */
export class VoxelPoints {
  readonly count: number;
  readonly seconds: Float64Array;
  /** 1 / u, mL/Bq. */
  readonly inverseUncertainty: Float64Array;
  /** Concentration / u. */
  readonly scaled: Float64Array;
  private readonly concentrations: readonly Float32Array[];
  /** The largest concentration of every voxel, Bq/mL. Most voxels have none: asked of this first, they cost next to nothing. */
  private readonly largest: Float32Array;
  private readonly proportional: boolean;

  constructor({ concentrations, afterAdministration, standardUncertaintiesBqPerMl }: VoxelCurvesInput) {
    const order = afterAdministration
      .map((_, index) => index)
      .sort((a, b) => (afterAdministration[a] ?? 0) - (afterAdministration[b] ?? 0));
    this.count = order.length;
    this.seconds = Float64Array.from(order, index => afterAdministration[index] ?? NaN);
    this.inverseUncertainty = Float64Array.from(order, index => 1 / (standardUncertaintiesBqPerMl?.[index] ?? NaN));
    this.scaled = new Float64Array(order.length);
    this.concentrations = order.map(index => concentrations[index]?.data ?? new Float32Array(0));
    this.largest = largestOf(this.concentrations);
    this.proportional = !standardUncertaintiesBqPerMl;
  }

  /** Takes up a voxel; false when no time point shows activity in it. */
  load(voxel: number): boolean {
    const { count, scaled, inverseUncertainty, concentrations } = this;
    const largest = this.largest[voxel] ?? 0;
    if (!(largest > 0)) return false;
    for (let point = 0; point < count; point++) {
      const concentration = concentrations[point]?.[voxel] ?? 0;
      if (this.proportional) inverseUncertainty[point] = 1 / Math.max(concentration, LEAST_SHARE * largest);
      scaled[point] = concentration * (inverseUncertainty[point] ?? 0);
    }
    return true;
  }

  /**
   * The clearance rate, 1/s, of a weighted straight line through the logarithms from point `first` on: a start, not a result. Zero where one point alone
   * has activity.
   */
  logLinearRate(first: number): number {
    const { count, scaled, inverseUncertainty, seconds } = this;
    let weights = 0;
    let times = 0;
    let logs = 0;
    let timesSquared = 0;
    let timesLogs = 0;
    for (let point = first; point < count; point++) {
      const time = seconds[point] ?? 0;
      // A point is as sure as it is large against its uncertainty; one that is not above zero says nothing.
      const size = Math.max(scaled[point] ?? 0, 1e-9);
      const weight = size * size;
      const height = coarseLog(size / (inverseUncertainty[point] ?? 1));
      weights += weight;
      times += weight * time;
      logs += weight * height;
      timesSquared += weight * time * time;
      timesLogs += weight * time * height;
    }
    const spread = weights * timesSquared - times * times;
    return spread > LEAST_SPREAD * weights * timesSquared ? (times * logs - weights * timesLogs) / spread : 0;
  }

  /** exp(-rate t) / u at every point. */
  decay(rate: number, curve: Float64Array): void {
    const { count, seconds, inverseUncertainty } = this;
    for (let point = 0; point < count; point++) curve[point] = (inverseUncertainty[point] ?? 0) * expOfMinus(rate * (seconds[point] ?? 0));
  }
}

function largestOf(concentrations: readonly Float32Array[]): Float32Array {
  const largest = new Float32Array(concentrations[0]?.length ?? 0);
  for (const concentration of concentrations)
    for (let voxel = 0; voxel < largest.length; voxel++) {
      const value = concentration[voxel] ?? 0;
      if (value > (largest[voxel] ?? 0)) largest[voxel] = value;
    }
  return largest;
}
