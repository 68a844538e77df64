import { maskOnGrid, type RegionMask, type VolumeGeometry } from '@graywise/physics';
import { parsePart10 } from '../part10/parsePart10.js';
import { readSegmentation } from '../read/readSegmentation.js';
import type { Part10 } from '../write/part10.js';

/**
 * The regions of a stored record on `grid`, which is the grid of its dose, under the names they were verified by.
 *
 * The names stand in TrackingID: codes and labels alone would name lesions anew. Throws what `readSegmentation` throws.
 */
export async function readStoredRegions(segmentation: Part10, grid: VolumeGeometry): Promise<RegionMask[]> {
  const names = parsePart10(segmentation)
    .dataset.items('SegmentSequence')
    .map(item => item.text('TrackingID'));
  const masks = await readSegmentation(segmentation);
  return masks.map((mask, index) => maskOnGrid({ ...mask, name: names[index] ?? mask.name }, grid));
}
