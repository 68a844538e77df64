import { warning, type RegionMask, type Warning } from '@graywise/physics';

/** Less than this share of the smaller region in common is the rounding of two outlines that touch. */
const NEGLIGIBLE = 0.01;

/** A warning for every smaller region that shares voxels with this one: this one's activity and mass then hold both, a lesion in an organ say. */
export function overlapWarnings(region: RegionMask, all: readonly RegionMask[]): Warning[] {
  const own = voxelsOf(region);
  return all.flatMap(other => {
    if (other === region) return [];
    const smaller = voxelsOf(other);
    if (smaller.length >= own.length) return [];
    const shared = smaller.reduce((count, voxel) => count + (region.mask[voxel] ?? 0), 0);
    if (shared < NEGLIGIBLE * smaller.length) return [];
    const found = ((100 * shared) / own.length).toFixed(1);
    return [warning('GW_REGIONS_OVERLAP', { where: region.label, found, expected: other.label })];
  });
}

function voxelsOf({ mask }: RegionMask): number[] {
  const voxels: number[] = [];
  for (let voxel = mask.indexOf(1); voxel >= 0; voxel = mask.indexOf(1, voxel + 1)) voxels.push(voxel);
  return voxels;
}
