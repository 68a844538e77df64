import { calibrationShares } from '../calibration/calibrationShares.js';
import { becquerel, type Becquerel } from '../quantities/quantity.js';
import type { Contribution, Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { voxelVolume } from '../volume/voxelVolume.js';
import type { DetectorInput, DetectorScan } from './detectorInput.js';

/** The activity that a scan shows in a mask, with the uncertainty of its counts and of the calibration. Negative sums count as none. */
export function activityOfMask(
  { cycle, calibration }: Pick<DetectorInput, 'cycle' | 'calibration'>,
  { timePoint, concentration, becquerelPerCount }: DetectorScan,
  mask: Uint8Array,
  name: string,
): Estimate<Becquerel> {
  let sum = 0;
  for (let voxel = mask.indexOf(1); voxel >= 0; voxel = mask.indexOf(1, voxel + 1)) sum += concentration.data[voxel] ?? 0;
  const activity = Math.max(0, sum * voxelVolume(concentration.geometry));
  const contributions: Contribution[] = [];
  if (becquerelPerCount !== null && activity > 0)
    contributions.push({
      source: 'counts',
      key: `counts:${String(cycle)}:${String(timePoint)}:${name}`,
      standardUncertainty: Math.sqrt(activity * becquerelPerCount),
    });
  return makeEstimate(becquerel(activity), [...contributions, ...calibrationShares(calibration, activity)]);
}
