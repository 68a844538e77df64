import type { Volume } from '@graywise/physics';

/**
 * Two volumes of the same grid as the squares of a checkerboard: where the anatomy runs on over the edges, they lie on each other.
 *
 * @param squareMm - edge of a square; squares alternate along all three axes, so that every view shows them
 * @param brighter - added to the squares of the second, for display only, so that one sees which squares are whose
 */
export function checkerboard<U extends Volume>(first: U, second: U, squareMm: number, brighter: number): U {
  const { size, spacingMm } = first.geometry;
  const data = new Float32Array(first.data);
  const [columns, rows, slices] = size;
  const squareOf = spacingMm.map(spacing => Math.max(1, Math.round(squareMm / spacing)));
  const [across = 1, down = 1, through = 1] = squareOf;
  let voxel = 0;
  for (let k = 0; k < slices; k++) {
    for (let j = 0; j < rows; j++) {
      const parity = (Math.floor(k / through) + Math.floor(j / down)) & 1;
      for (let i = 0; i < columns; i++, voxel++) {
        if (((Math.floor(i / across) + parity) & 1) === 1) data[voxel] = (second.data[voxel] ?? 0) + brighter;
      }
    }
  }
  return { ...first, data };
}
