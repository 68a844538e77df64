/** Corners of the smallest box of voxels around a mask, both inclusive. */
export interface MaskBox {
  readonly low: readonly [number, number, number];
  readonly high: readonly [number, number, number];
}

/** The box of a mask; null for a mask without voxels. */
export function maskBox(mask: Uint8Array, [nx, ny]: readonly [number, number, number]): MaskBox | null {
  const first = mask.indexOf(1);
  if (first < 0) return null;
  const last = mask.lastIndexOf(1);
  let [lowX, highX, lowY, highY] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let voxel = first; voxel >= 0; voxel = mask.indexOf(1, voxel + 1)) {
    const i = voxel % nx;
    const j = Math.floor(voxel / nx) % ny;
    if (i < lowX) lowX = i;
    if (i > highX) highX = i;
    if (j < lowY) lowY = j;
    if (j > highY) highY = j;
  }
  const slice = nx * ny;
  return { low: [lowX, lowY, Math.floor(first / slice)], high: [highX, highY, Math.floor(last / slice)] };
}
