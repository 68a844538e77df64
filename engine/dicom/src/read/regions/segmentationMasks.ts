import { GraywiseError, type RegionMask } from '@graywise/physics';
import type { ParsedObject } from '../../part10/parsePart10.js';
import { readFrames, type StoredFrame } from '../../pixels/readFrames.js';
import { functionalItems } from '../geometry/functionalGroups.js';
import { referenceOf } from '../identity.js';
import { segments } from './describedRegions.js';
import { segmentationGrid } from './segmentationGrid.js';

const LABEL_MAP = '1.2.840.10008.5.1.4.1.1.66.7';

/** Adds one frame to the masks it belongs to, in slice `slice`. */
type AddFrame = (stored: StoredFrame, frame: number, offset: number) => void;

/**
 * The masks of a SEG object on its own grid: BINARY, FRACTIONAL (a voxel belongs from half of the maximum on) and LABELMAP, where the pixel value
 * is the segment number. Throws GW_GEOMETRY, GW_ORIENTATION, GW_MISSING_TAG, GW_PIXELS_TRUNCATED, GW_TRANSFER_SYNTAX.
 */
export async function segmentationMasks(object: ParsedObject): Promise<RegionMask[]> {
  const { geometry, sliceOfFrame } = segmentationGrid(object);
  const [columns, rows, slices] = geometry.size;
  const regions = segments(object);
  const masks = new Map(regions.map(({ number }) => [number, new Uint8Array(columns * rows * slices)]));
  const isLabelMap = object.dataset.text('SOPClassUID') === LABEL_MAP || object.dataset.text('SegmentationType') === 'LABELMAP';
  const add = isLabelMap ? labelMapFrame(masks) : segmentFrame(object, masks);
  let frame = 0;
  for await (const stored of readFrames(object)) {
    add(stored, frame, (sliceOfFrame[frame] ?? 0) * columns * rows);
    frame++;
  }
  const source = referenceOf(object);
  return regions.map(({ number, name, label, color }) => ({
    name,
    label,
    color,
    geometry,
    mask: masks.get(number) ?? new Uint8Array(columns * rows * slices),
    source,
  }));
}

function labelMapFrame(masks: ReadonlyMap<number, Uint8Array>): AddFrame {
  return (stored, _frame, offset) => {
    for (let index = 0; index < stored.length; index++) {
      const mask = masks.get(stored[index] ?? 0);
      if (mask) mask[offset + index] = 1;
    }
  };
}

function segmentFrame(object: ParsedObject, masks: ReadonlyMap<number, Uint8Array>): AddFrame {
  const { dataset, file } = object;
  const fractional = dataset.text('SegmentationType') === 'FRACTIONAL';
  const threshold = fractional ? (dataset.number('MaximumFractionalValue') ?? 255) / 2 : 1;
  return (stored, frame, offset) => {
    const number = functionalItems(dataset, frame, 'SegmentIdentificationSequence')[0]?.number('ReferencedSegmentNumber') ?? null;
    const mask = number === null ? undefined : masks.get(number);
    if (!mask) throw new GraywiseError('GW_MISSING_TAG', { tag: `the segment of frame ${(frame + 1).toString()}`, where: file.name });
    for (let index = 0; index < stored.length; index++) if ((stored[index] ?? 0) >= threshold) mask[offset + index] = 1;
  };
}
