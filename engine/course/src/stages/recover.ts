import { recoveredActivities, recoveryModel, type RecoveryTarget, type VolumeGeometry } from '@graywise/physics';
import type { AlignedCycle, CycleRecovery, MeasuredRegion, SegmentedCycle } from '../model/cycle.js';

type Recoverable = AlignedCycle & Pick<SegmentedCycle, 'density' | 'regions'>;

/**
 * The activities of all regions in every scan, corrected for partial volume (rules C15 to C17); null where the resolution is not known. Regions that are no
 * union are cells, larger ones first, so that a lesion inside an organ keeps its own voxels.
 */
export function recover(cycle: Recoverable): CycleRecovery | null {
  if (!cycle.resolution) return null;
  const regions = cellsOf(cycle.regions).map(({ name, mask }) => ({ name, mask: mask.mask }));
  const model = recoveryModel({ regions, density: cycle.density, fwhmMm: cycle.resolution.fwhm.value });
  const targets = cycle.regions.map(({ name, mask }): RecoveryTarget => ({ name, mask: mask.mask }));
  const scans = cycle.carried.map((image, index) => {
    const isReference = index === cycle.referenceIndex;
    const own = cycle.concentrations[index]?.geometry ?? image.geometry;
    const interpolatedFromMm = isReference && sameSpacing(own, image.geometry) ? null : spacingAlong(image.geometry, own);
    return recoveredActivities(model, image, targets, { interpolatedFromMm, withShifts: true });
  });
  return { model, scans };
}

/** Regions that are no union, larger ones first. */
function cellsOf(regions: readonly MeasuredRegion[]): MeasuredRegion[] {
  return regions.filter(({ parts }) => parts.length === 0).sort((a, b) => b.volume.value - a.volume.value);
}

function sameSpacing(a: VolumeGeometry, b: VolumeGeometry): boolean {
  return a.spacingMm.every((spacing, axis) => Math.abs(spacing - (b.spacingMm[axis] ?? 0)) < 1e-3);
}

/** The voxel size of an image along the axes of a grid: of the axis of the image that runs nearest to each. */
function spacingAlong(grid: VolumeGeometry, image: VolumeGeometry): [number, number, number] {
  const along = (axis: 0 | 1 | 2): number => {
    const parallel = ([0, 1, 2] as const).map(other =>
      Math.abs([0, 3, 6].reduce((sum, row) => sum + (grid.direction[row + axis] ?? 0) * (image.direction[row + other] ?? 0), 0)),
    );
    return image.spacingMm[parallel.indexOf(Math.max(...parallel))] ?? grid.spacingMm[axis];
  };
  return [along(0), along(1), along(2)];
}
