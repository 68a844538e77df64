import type { ObjectReference } from '../record/cycleVerification.js';
import type { VolumeGeometry } from '../volume/volumeGeometry.js';

/** A region of interest as voxels: `mask` is 1 inside and 0 outside, in the data order of the geometry. */
export interface RegionMask {
  /** Name of the conventions, such as kidney-left; what results are keyed by. */
  readonly name: string;
  /** What people read, as the segmentation says it. */
  readonly label: string;
  /** Display colour, 0 to 255 each. */
  readonly color: readonly [number, number, number];
  readonly geometry: VolumeGeometry;
  readonly mask: Uint8Array;
  /** The DICOM object it was read from; null when it was made here. */
  readonly source: ObjectReference | null;
}
