import { indexToLps, type VolumeGeometry } from '@graywise/physics';
import { alongAxes } from './alongAxes.js';

/** Bins of whole voxels are made as large as they can be without being larger than this: 2.3 to 4.5 mm. */
const LARGEST_BIN_MM = 4.5;

/**
 * The grid whose voxels are bins of whole voxels of `geometry`, about 4 mm wide along each axis.
 *
 * An axis with a spacing above 2.25 mm stays as it is; voxels at the far end that do not fill a bin are left out.
 */
export function binnedGeometry(geometry: VolumeGeometry): VolumeGeometry {
  const { size, spacingMm } = geometry;
  const bin = alongAxes(axis => Math.min(size[axis], Math.max(1, Math.floor(LARGEST_BIN_MM / spacingMm[axis]))));
  const middleOfFirstBin = alongAxes(axis => (bin[axis] - 1) / 2);
  return {
    ...geometry,
    size: alongAxes(axis => Math.floor(size[axis] / bin[axis])),
    spacingMm: alongAxes(axis => spacingMm[axis] * bin[axis]),
    originLps: indexToLps(geometry, middleOfFirstBin),
  };
}
