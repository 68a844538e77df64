/** Parts of a mask that hang together. `labels` is 0 outside the mask; part n (from 1) has `sizes[n]` voxels and `first[n]` is its first voxel. */
export interface Components {
  readonly labels: Int32Array;
  readonly sizes: readonly number[];
  readonly first: readonly number[];
}

/** Labels the parts of a mask whose voxels share faces, through slices too or, `withinSlices`, in each slice of constant k on its own. */
export function labelComponents(mask: Uint8Array, size: readonly [number, number, number], withinSlices: boolean): Components {
  const labels = new Int32Array(mask.length);
  const sizes = [0];
  const first = [-1];
  const waiting: number[] = [];
  const visit = (voxel: number): void => {
    if (!mask[voxel] || labels[voxel]) return;
    labels[voxel] = sizes.length - 1;
    waiting.push(voxel);
  };
  for (let seed = 0; seed < mask.length; seed++) {
    if (!mask[seed] || labels[seed]) continue;
    sizes.push(0);
    first.push(seed);
    visit(seed);
    sizes[sizes.length - 1] = growPart(waiting, size, withinSlices, visit);
  }
  return { labels, sizes, first };
}

function growPart(
  waiting: number[],
  size: readonly [number, number, number],
  withinSlices: boolean,
  visit: (voxel: number) => void,
): number {
  const [nx, ny, nz] = size;
  let grown = 0;
  for (let voxel = waiting.pop(); voxel !== undefined; voxel = waiting.pop()) {
    grown++;
    const i = voxel % nx;
    const j = Math.floor(voxel / nx) % ny;
    const k = Math.floor(voxel / (nx * ny));
    if (i > 0) visit(voxel - 1);
    if (i < nx - 1) visit(voxel + 1);
    if (j > 0) visit(voxel - nx);
    if (j < ny - 1) visit(voxel + nx);
    if (withinSlices) continue;
    if (k > 0) visit(voxel - nx * ny);
    if (k < nz - 1) visit(voxel + nx * ny);
  }
  return grown;
}
