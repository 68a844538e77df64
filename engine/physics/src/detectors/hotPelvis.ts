import type { DetectorInput, DetectorRegion } from './detectorInput.js';
import type { DetectorThresholds } from './detectorThresholds.js';
import { dilatedMask } from './dilatedMask.js';
import { hotClusters, type HotCluster } from './hotClusters.js';
import { meanOfMask } from './meanOfMask.js';
import { unionMask } from './unionMask.js';

/** The rim of a kidney that was drawn small is never hotter than the kidney: this much around it is enough, mm. */
const OWN_MARGIN_MM = 5;

/** A hot place beside a kidney, such as a full renal pelvis, on the scan that shows it largest. */
export interface HotPelvis {
  readonly kidney: DetectorRegion;
  readonly cluster: HotCluster;
  readonly timePoint: number;
}

/** The largest cluster beside a kidney that is hotter than the kidney itself, away from all other regions; null when there is none. */
export function hotPelvis(input: DetectorInput, kidney: DetectorRegion, thresholds: DetectorThresholds): HotPelvis | null {
  const { geometry, regions, scans } = input;
  const near = dilatedMask(kidney.mask, geometry, thresholds.pelvisReachMm);
  const own = dilatedMask(kidney.mask, geometry, OWN_MARGIN_MM);
  const others = unionMask(
    regions.filter(({ name }) => name !== kidney.name).map(({ mask }) => mask),
    near.length,
  );
  const around = dilatedMask(others, geometry, thresholds.marginMm);
  for (let voxel = near.indexOf(1); voxel >= 0; voxel = near.indexOf(1, voxel + 1))
    if (own[voxel] === 1 || around[voxel] === 1) near[voxel] = 0;
  const found = scans.flatMap(({ timePoint, concentration }): HotPelvis[] => {
    const hot = thresholds.pelvisTimesKidney * meanOfMask(concentration, kidney.mask);
    const [cluster] = hotClusters(concentration, near, hot, thresholds.leastPelvisMl);
    return cluster ? [{ kidney, cluster, timePoint }] : [];
  });
  return found.sort((a, b) => b.cluster.volumeMl - a.cluster.volumeMl)[0] ?? null;
}
