import type { RegionMask } from '@graywise/physics';
import { parsePart10 } from '../part10/parsePart10.js';
import type { Part10 } from '../write/part10.js';
import { segmentationMasks } from './regions/segmentationMasks.js';

/** The regions of one SEG object as masks on its own grid. Throws GW_GEOMETRY, GW_ORIENTATION, GW_PIXELS_TRUNCATED. */
export function readSegmentation(file: Part10): Promise<RegionMask[]> {
  return segmentationMasks(parsePart10(file));
}
