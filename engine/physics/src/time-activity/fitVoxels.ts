import { LATEST_SIGHT_OF_FAST_PHASE } from './curveModels.js';
import { fitVoxelsBiExponential } from './fitVoxelsBiExponential.js';
import { fitVoxelsMonoExponential } from './fitVoxelsMonoExponential.js';
import type { VoxelCurves, VoxelCurvesInput } from './voxelCurves.js';

/**
 * The curve of every voxel: two phases where the scans can tell them (four times, the first within 12 h; rule T11), else one exponential (T10) no faster than
 * 1 / t of the first scan. A zero among the scans asks for any rate, and going back from the scans to the administration the integral would grow with it
 * without bound; at that rate it is e t times the first scan, which is the least that any rate gives (T5).
 * Throws GW_TOO_FEW_TIME_POINTS for fewer than two times, GW_GEOMETRY when volumes and times do not belong together.
 */
export function fitVoxels(input: VoxelCurvesInput): VoxelCurves {
  const { afterAdministration } = input;
  const first = Math.min(...afterAdministration);
  const seesTwoPhases = new Set(afterAdministration).size >= 4 && first > 0 && first <= LATEST_SIGHT_OF_FAST_PHASE;
  if (seesTwoPhases) return fitVoxelsBiExponential(input);
  return fitVoxelsMonoExponential(first > 0 ? { ...input, fastestRatePerSecond: 1 / first } : input);
}
