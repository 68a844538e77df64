import { transformPoint } from './transformPoint.js';
import type { Matrix4 } from './volumeGeometry.js';

/** The affine matrix that applies `second` after `first`: second * first. */
export function multiplyMatrices(second: Matrix4, first: Matrix4): Matrix4 {
  const origin = transformPoint(second, [first[3], first[7], first[11]]);
  const column = (c: 0 | 1 | 2): readonly [number, number, number] => {
    const direction = transformPoint(second, [first[c], first[(c + 4) as 4 | 5 | 6], first[(c + 8) as 8 | 9 | 10]]);
    return [direction[0] - second[3], direction[1] - second[7], direction[2] - second[11]];
  };
  const [a, b, c] = [column(0), column(1), column(2)];
  return [a[0], b[0], c[0], origin[0], a[1], b[1], c[1], origin[1], a[2], b[2], c[2], origin[2], 0, 0, 0, 1];
}
