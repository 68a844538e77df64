import { GraywiseError, type RegionMask, type VolumeGeometry } from '@graywise/physics';
import type { RegionSet } from '../model/importedStudy.js';
import { parsePart10 } from '../part10/parsePart10.js';
import { segmentationMasks } from './regions/segmentationMasks.js';
import { structureMasks } from './regions/structureMasks.js';

/**
 * The regions of a set as masks: a SEG on its own grid (`grid` is not used), an RTSTRUCT rasterised on `grid`.
 *
 * Throws GW_SEGMENTATION_FRAME when contours state another frame of reference than `grid` has, GW_GEOMETRY, GW_ORIENTATION, GW_PIXELS_TRUNCATED.
 */
export async function readRegionMasks(set: RegionSet, grid: VolumeGeometry): Promise<RegionMask[]> {
  const masks: RegionMask[] = [];
  for (const file of set.files) {
    const object = parsePart10(file);
    if (set.kind === 'SEG') {
      masks.push(...(await segmentationMasks(object)));
      continue;
    }
    const stated = set.frameOfReferenceUid;
    if (stated !== '' && stated !== grid.frameOfReferenceUid) throw new GraywiseError('GW_SEGMENTATION_FRAME', { where: file.name });
    masks.push(...structureMasks(object, grid));
  }
  return masks;
}
