import type { VolumeGeometry } from '../volume/volumeGeometry.js';
import { maskBox, type MaskBox } from './maskBox.js';

/** A mask widened by `marginMm` along every axis of its grid: a box, so up to 1.7 times as far along a diagonal. */
export function dilatedMask(mask: Uint8Array, { size, spacingMm }: VolumeGeometry, marginMm: number): Uint8Array {
  let box = maskBox(mask, size);
  if (!box) return mask.slice();
  let wide = mask;
  for (const axis of [0, 1, 2] as const) {
    const reach = Math.round(marginMm / spacingMm[axis]);
    box = grown(box, axis, reach, size[axis]);
    wide = widened(wide, size, box, axis, reach);
  }
  return wide === mask ? mask.slice() : wide;
}

function grown({ low, high }: MaskBox, axis: 0 | 1 | 2, reach: number, length: number): MaskBox {
  const at = (values: MaskBox['low'], change: number): MaskBox['low'] => [
    values[0] + (axis === 0 ? change : 0),
    values[1] + (axis === 1 ? change : 0),
    values[2] + (axis === 2 ? change : 0),
  ];
  const room = Math.min(reach, low[axis]);
  return { low: at(low, -room), high: at(high, Math.min(reach, length - 1 - high[axis])) };
}

/** Along one axis: a voxel is in when one within `reach` voxels of its line is. Every line of the box is walked once, each way. */
function widened(mask: Uint8Array, [nx, ny]: VolumeGeometry['size'], { low, high }: MaskBox, axis: 0 | 1 | 2, reach: number): Uint8Array {
  const wide = new Uint8Array(mask.length);
  const strides = [1, nx, nx * ny] as const;
  const [along, second, third] = [axis, (axis + 1) % 3, (axis + 2) % 3] as [0 | 1 | 2, 0 | 1 | 2, 0 | 1 | 2];
  const stride = strides[along];
  const length = high[along] - low[along] + 1;
  for (let b = low[third]; b <= high[third]; b++)
    for (let a = low[second]; a <= high[second]; a++) {
      const first = low[along] * stride + a * strides[second] + b * strides[third];
      let since = reach + 1;
      for (let step = 0; step < length; step++) {
        const voxel = first + step * stride;
        since = mask[voxel] === 1 ? 0 : since + 1;
        if (since <= reach) wide[voxel] = 1;
      }
      since = reach + 1;
      for (let step = length - 1; step >= 0; step--) {
        const voxel = first + step * stride;
        since = mask[voxel] === 1 ? 0 : since + 1;
        if (since <= reach) wide[voxel] = 1;
      }
    }
  return wide;
}
