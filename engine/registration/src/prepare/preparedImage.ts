import type { VolumeGeometry } from '@graywise/physics';

/** An image made ready for registration: `body` is 1 inside the body, 0 outside; both arrays are on `geometry`. */
export interface PreparedImage {
  readonly geometry: VolumeGeometry;
  readonly data: Float32Array;
  readonly body: Uint8Array;
}
