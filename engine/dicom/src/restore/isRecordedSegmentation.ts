import type { ParsedObject } from '../part10/parsePart10.js';
import { PRODUCER } from '../write/objects/objectFrame.js';
import { RECORDED_REGIONS } from '../write/objects/segmentationObject.js';

/**
 * Whether Graywise wrote a segmentation as part of a record: also of one that was superseded, or whose report never arrived.
 *
 * Such regions are results; the regions of the course are those a person drew.
 */
export function isRecordedSegmentation({ dataset }: ParsedObject): boolean {
  return dataset.text('Manufacturer') === PRODUCER && dataset.text('ContentDescription') === RECORDED_REGIONS;
}
