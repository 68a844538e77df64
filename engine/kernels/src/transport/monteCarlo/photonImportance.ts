import type { ExpectedEnergies } from './expectedEnergies.js';

/** Cells along the longest axis: what is wanted varies slowly. */
const CELLS = 24;
/** A history weighs at most so many times as much as one from where they matter most. */
const LEAST = 0.1;

/** The voxel with the largest relative variance decides, not their sum: its weight goes with this power of one over the variance that it is allowed. */
const SHARPNESS = 2;

/**
 * How often photons of each voxel are drawn, per decay, so that chance is small where the dose is high: at most 1.
 *
 * The photons of a voxel s leave in a voxel v an energy whose mean square goes as 1 / r^2, so they make decays_s^2 / (r^2 histories_s) of its variance. The sum of the
 * relative variances over voxels, sum_v variance_v / (energy_v error_v)^2, is least for a given sum of histories when these go as
 * decays_s sqrt(sum_v weight_v / r_sv^2) with weight_v = 1 / (energy_v error_v)^2; for the largest of them to be least, with a power of it. Worked out for cells of
 * voxels.
 */
export function photonImportance(
  size: readonly [number, number, number],
  spacingCm: readonly [number, number, number],
  { mev, error }: ExpectedEnergies,
): Float32Array {
  const edge = Math.ceil(Math.max(...size) / CELLS);
  const cells = [Math.ceil(size[0] / edge), Math.ceil(size[1] / edge), Math.ceil(size[2] / edge)] as const;
  const eachVoxel = (visit: (voxel: number, cell: number) => void): void => {
    for (let k = 0, voxel = 0; k < size[2]; k++)
      for (let j = 0; j < size[1]; j++) {
        const row = cells[0] * (Math.floor(j / edge) + cells[1] * Math.floor(k / edge));
        for (let i = 0; i < size[0]; i++, voxel++) visit(voxel, row + Math.floor(i / edge));
      }
  };
  const wanted = new Float64Array(cells[0] * cells[1] * cells[2]);
  eachVoxel((voxel, cell) => {
    const allowed = ((mev[voxel] ?? 0) * (error[voxel] ?? Infinity)) ** 2;
    if (allowed > 0) wanted[cell] = (wanted[cell] ?? 0) + allowed ** -SHARPNESS;
  });
  const byCell = importanceOfCells(cells, [edge * spacingCm[0], edge * spacingCm[1], edge * spacingCm[2]], wanted);
  const importance = new Float32Array(mev.length);
  eachVoxel((voxel, cell) => (importance[voxel] = byCell[cell] ?? 1));
  return importance;
}

function importanceOfCells(
  [nx, ny, nz]: readonly [number, number, number],
  [dx, dy, dz]: readonly [number, number, number],
  wanted: Float64Array,
): Float64Array {
  const squares = new Float64Array(wanted.length);
  // Mean of r^2 within a cell is of this size.
  const withinCell = (dx * dx + dy * dy + dz * dz) / 6;
  wanted.forEach((weight, target) => {
    if (weight === 0) return;
    const [i0, j0, k0] = [target % nx, Math.floor(target / nx) % ny, Math.floor(target / nx / ny)];
    for (let k = 0, cell = 0; k < nz; k++)
      for (let j = 0; j < ny; j++) {
        const across = (dz * (k - k0)) ** 2 + (dy * (j - j0)) ** 2 + withinCell;
        for (let i = 0; i < nx; i++, cell++) squares[cell] = (squares[cell] ?? 0) + weight / ((dx * (i - i0)) ** 2 + across);
      }
  });
  const largest = squares.reduce((most, value) => Math.max(most, value), 0);
  return squares.map(value => (largest > 0 ? Math.max(LEAST, Math.sqrt(value / largest)) : 1));
}
