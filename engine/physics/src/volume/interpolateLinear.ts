/**
 * Trilinear interpolation at a fractional voxel index; `outside` beyond the outer faces of the volume.
 * In the half voxel between the outermost centres and the faces the outermost value holds. Made for loops: allocates nothing.
 */
export function interpolateLinear(
  data: Float32Array | Uint8Array,
  size: readonly [number, number, number],
  x: number,
  y: number,
  z: number,
  outside: number,
): number {
  const [nx, ny, nz] = size;
  if (!(x >= -0.5 && y >= -0.5 && z >= -0.5 && x < nx - 0.5 && y < ny - 0.5 && z < nz - 0.5)) return outside;
  const cx = Math.min(Math.max(x, 0), nx - 1);
  const cy = Math.min(Math.max(y, 0), ny - 1);
  const cz = Math.min(Math.max(z, 0), nz - 1);
  const i = Math.floor(cx);
  const j = Math.floor(cy);
  const k = Math.floor(cz);
  const right = i + 1 < nx ? 1 : 0;
  const down = j + 1 < ny ? nx : 0;
  const up = k + 1 < nz ? nx * ny : 0;
  const base = i + nx * (j + ny * k);
  const low = plane(data, base, right, down, cx - i, cy - j);
  return cz === k ? low : low + (cz - k) * (plane(data, base + up, right, down, cx - i, cy - j) - low);
}

function plane(data: Float32Array | Uint8Array, base: number, right: number, down: number, u: number, v: number): number {
  const a = data[base] ?? NaN;
  const b = data[base + right] ?? NaN;
  const c = data[base + down] ?? NaN;
  const d = data[base + down + right] ?? NaN;
  const top = a + u * (b - a);
  return top + v * (c + u * (d - c) - top);
}
