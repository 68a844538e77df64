import { decayFactor } from '../nuclides/decayFactor.js';
import type { DetectorInput, DetectorScan } from './detectorInput.js';
import type { DetectorThresholds } from './detectorThresholds.js';
import { dilatedMask } from './dilatedMask.js';
import { hotClusters, type HotCluster } from './hotClusters.js';
import { meanOfMask } from './meanOfMask.js';
import { unionMask } from './unionMask.js';

/** A hot cluster outside of all regions, on the first scan that shows it. */
export interface HotPlace {
  readonly scan: DetectorScan;
  readonly cluster: HotCluster;
  /** The cluster widened by the margin, where no region is: what its activity is summed over on every scan. */
  readonly mask: Uint8Array;
  /** Of the administered activity, decay taken off. */
  readonly share: number;
}

/**
 * Where activity is that nobody drew a region around (rule V6): clusters hotter than a multiple of the liver, outside of every region widened by the margin,
 * each on the first scan that shows it. Without a liver, hotter than the kidneys; without both, none.
 */
export function hotPlaces(input: DetectorInput, thresholds: DetectorThresholds): HotPlace[] {
  const reference = referenceRegion(input, thresholds);
  if (!reference) return [];
  const places = regionsOfPlaces(input);
  const drawn = dilatedMask(unionMask(places, input.scans[0]?.concentration.data.length ?? 0), input.geometry, thresholds.marginMm);
  // Where a place may be: nowhere near a region, nor where an earlier scan showed one.
  const free = drawn.map(value => 1 - value);
  const found: HotPlace[] = [];
  for (const scan of input.scans) {
    const hot = reference.times * meanOfMask(scan.concentration, reference.mask);
    const left = input.administered.value * decayFactor(input.nuclide.halfLife, scan.afterAdministration);
    for (const cluster of hotClusters(scan.concentration, free, hot, thresholds.leastClusterMl)) {
      const share = cluster.activityBq / left;
      if (share < thresholds.leastClusterShare) continue;
      const own = new Uint8Array(drawn.length);
      for (const voxel of cluster.voxels) own[voxel] = 1;
      const mask = dilatedMask(own, input.geometry, thresholds.marginMm);
      for (let voxel = mask.indexOf(1); voxel >= 0; voxel = mask.indexOf(1, voxel + 1)) {
        if (drawn[voxel] === 1) mask[voxel] = 0;
        else free[voxel] = 0;
      }
      found.push({ scan, cluster, mask, share });
    }
  }
  return found;
}

/** A region of the whole body, or of all that is left of it, is no place. */
function regionsOfPlaces({ regions }: DetectorInput): Uint8Array[] {
  return regions.filter(({ name }) => !/^(whole-body|remainder|body)$/.test(name)).map(({ mask }) => mask);
}

function referenceRegion({ regions }: DetectorInput, { hotTimesLiver }: DetectorThresholds): { mask: Uint8Array; times: number } | null {
  const liver = regions.find(({ name }) => name === 'liver');
  if (liver) return { mask: liver.mask, times: hotTimesLiver };
  const kidney = regions.find(({ name }) => name.startsWith('kidney'));
  return kidney ? { mask: kidney.mask, times: 1 } : null;
}
