type Triple = readonly [number, number, number];

/** A mask made larger within each slice: 1 where anything within `reach` voxels along i and along j is 1. `size` in order i, j, k. */
export function spreadInPlane(mask: Uint8Array, size: Triple, reach: readonly [number, number]): Uint8Array {
  const [nx, ny, nz] = size;
  const rows = spreadLines(mask, { length: nx, step: 1, reach: reach[0], starts: Array.from({ length: ny * nz }, (_, row) => row * nx) });
  const columnStarts = Array.from({ length: nx * nz }, (_, column) => (column % nx) + Math.floor(column / nx) * nx * ny);
  return spreadLines(rows, { length: ny, step: nx, reach: reach[1], starts: columnStarts });
}

function spreadLines(mask: Uint8Array, lines: { length: number; step: number; reach: number; starts: number[] }): Uint8Array {
  const { length, step, reach, starts } = lines;
  const spread = new Uint8Array(mask.length);
  for (const start of starts) {
    let painted = 0;
    for (let position = 0; position < length; position++) {
      if (!mask[start + position * step]) continue;
      const end = Math.min(length, position + reach + 1);
      for (painted = Math.max(painted, position - reach); painted < end; painted++) spread[start + painted * step] = 1;
    }
  }
  return spread;
}
