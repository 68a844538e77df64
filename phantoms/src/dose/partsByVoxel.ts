import type { VolumeGeometry } from '@graywise/physics';
import type { AnatomyPart } from '../anatomy/anatomyPart.js';
import { paintSlice } from '../geometry/paintSlice.js';

/** For each voxel of a grid along the patient's axes one more than the place of the part that lies at its centre; 0 outside the body. */
export function partsByVoxel(parts: readonly AnatomyPart[], geometry: VolumeGeometry): Uint16Array {
  const [columns, rows, slices] = geometry.size;
  const painted = parts.map(({ body }, part) => ({ body, value: part + 1 }));
  const slice = new Float32Array(columns * rows);
  const found = new Uint16Array(slice.length * slices);
  for (let k = 0; k < slices; k++) {
    paintSlice(painted, geometry, k, 'centre', slice);
    found.set(slice, k * slice.length);
  }
  return found;
}
