import type { Volume } from '@graywise/physics';

/** Share of a region's voxels that are of another density than `soft` (lowest, highest), or have such a voxel beside them. */
export function shareAtInterface({ geometry, data }: Volume<'g/mL'>, mask: Uint8Array, soft: readonly [number, number]): number {
  const [nx, ny, nz] = geometry.size;
  const foreignAt = (i: number, j: number, k: number): boolean => {
    if (i < 0 || j < 0 || k < 0 || i >= nx || j >= ny || k >= nz) return false;
    const density = data[i + nx * (j + ny * k)] ?? 0;
    return density < soft[0] || density > soft[1];
  };
  let [inside, atInterface] = [0, 0];
  for (let voxel = 0; voxel < mask.length; voxel++) {
    if (mask[voxel] !== 1) continue;
    inside += 1;
    const [i, j, k] = [voxel % nx, Math.floor(voxel / nx) % ny, Math.floor(voxel / (nx * ny))];
    const touches =
      foreignAt(i, j, k) ||
      foreignAt(i - 1, j, k) ||
      foreignAt(i + 1, j, k) ||
      foreignAt(i, j - 1, k) ||
      foreignAt(i, j + 1, k) ||
      foreignAt(i, j, k - 1) ||
      foreignAt(i, j, k + 1);
    if (touches) atInterface += 1;
  }
  return inside === 0 ? 0 : atInterface / inside;
}
