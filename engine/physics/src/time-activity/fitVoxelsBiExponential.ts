import { GraywiseError } from '../errors/GraywiseError.js';
import { log } from '../numerics/log.js';
import { commonGeometry } from './commonGeometry.js';
import { LATEST_SIGHT_OF_FAST_PHASE, LEAST_PHASE_RATIO } from './curveModels.js';
import { PhaseSearch } from './phaseSearch.js';
import { curvesWithoutActivity, type VoxelCurves, type VoxelCurvesInput, type VoxelTerm } from './voxelCurves.js';
import { VoxelPoints } from './voxelPoints.js';

/** As many points decide the slope of the tail, from which the search starts. */
const TAIL_POINTS = 3;

/**
 * Two phases a e^(-l t) + b e^(-f t) in every voxel, by weighted least squares, where b may be negative: uptake (rule T11). Physical decay <= l,
 * 2.5 l <= f <= 1 / t of the first scan, a >= 0 and a + b >= 0. Voxels without activity stay at zero.
 *
 * Throws GW_FIT_FAILED for fewer than four different times and for a first scan too late to see a fast phase, GW_GEOMETRY when volumes and times do not
 * belong together.
 */
export function fitVoxelsBiExponential(input: VoxelCurvesInput): VoxelCurves {
  const geometry = commonGeometry(input.concentrations, input.afterAdministration);
  const physicalRate = Math.LN2 / input.physicalHalfLife;
  const fastest = fastestPhase(input, physicalRate);
  const points = new VoxelPoints(input);
  const search = new PhaseSearch(points, log(physicalRate), log(fastest));
  const { curve } = search;
  const curves = curvesWithoutActivity(geometry, [physicalRate, fastest]);
  const [slow, fast] = curves.terms as [VoxelTerm, VoxelTerm];
  for (let voxel = 0; voxel < curves.sumOfSquares.length; voxel++) {
    if (!points.load(voxel)) continue;
    const tailRate = Math.max(physicalRate, points.logLinearRate(points.count - TAIL_POINTS));
    curves.sumOfSquares[voxel] = search.run(log(tailRate));
    slow.amplitudeBqPerMl[voxel] = curve.slowAmplitude;
    slow.ratePerSecond[voxel] = curve.slowRate;
    fast.amplitudeBqPerMl[voxel] = curve.fastAmplitude;
    fast.ratePerSecond[voxel] = curve.fastRate;
    curves.timeIntegratedBqSPerMl.data[voxel] = curve.slowAmplitude / curve.slowRate + curve.fastAmplitude / curve.fastRate;
  }
  return curves;
}

/** 1/s: a faster phase than 1 / t of the first scan the points do not see, while the integral would grow with its rate (rule T5). */
function fastestPhase({ afterAdministration }: VoxelCurvesInput, physicalRate: number): number {
  const where = 'the voxels';
  const times = new Set(afterAdministration).size;
  if (times < 4) throw new GraywiseError('GW_FIT_FAILED', { where, found: `two phases need four time points, not ${String(times)}` });
  const first = Math.min(...afterAdministration);
  if (!(first > 0 && first <= LATEST_SIGHT_OF_FAST_PHASE && 1 / first > LEAST_PHASE_RATIO * physicalRate))
    throw new GraywiseError('GW_FIT_FAILED', {
      where,
      found: `a first scan ${String(first / 3600)} h after the administration sees no fast phase`,
    });
  return 1 / first;
}
