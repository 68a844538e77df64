/**
 * The line where a raster passes through a level, as the path of an SVG, by marching squares (Lorensen WE, Cline HE. Comput Graph 21 (1987) 163, in 2D).
 *
 * @param values - row by row
 * @param scale - pixels of the SVG per step of the raster
 */
export function contourPath(values: Float32Array, columns: number, rows: number, level: number, scale: number): string {
  const pieces: string[] = [];
  for (let row = 0; row < rows - 1; row++) {
    for (let column = 0; column < columns - 1; column++) {
      const at = row * columns + column;
      const corners = cornersAcross(values, at, columns, level);
      if (!corners) continue;
      for (const [from, to] of SEGMENTS[caseOf(corners, level)] ?? []) {
        pieces.push(`M${point(from, corners, level, column, row, scale)}L${point(to, corners, level, column, row, scale)}`);
      }
    }
  }
  return pieces.join('');
}

type Corners = readonly [number, number, number, number];

/** Which edges (0 above, 1 right, 2 below, 3 left) a line joins, by which corners are above the level (bits 1, 2, 4, 8 clockwise from the upper left). */
const SEGMENTS: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[3, 0]],
  [[0, 1]],
  [[3, 1]],
  [[1, 2]],
  [
    [3, 0],
    [1, 2],
  ],
  [[0, 2]],
  [[3, 2]],
  [[2, 3]],
  [[0, 2]],
  [
    [0, 1],
    [2, 3],
  ],
  [[1, 2]],
  [[1, 3]],
  [[0, 1]],
  [[3, 0]],
  [],
];

/** The corners of a cell, clockwise from the upper left; null when the line does not pass, which is nearly always and must cost nothing. */
function cornersAcross(values: Float32Array, at: number, columns: number, level: number): Corners | null {
  const a = values[at] ?? 0;
  const b = values[at + 1] ?? 0;
  const c = values[at + columns + 1] ?? 0;
  const d = values[at + columns] ?? 0;
  const above = a >= level;
  return above === b >= level && above === c >= level && above === d >= level ? null : [a, b, c, d];
}

function caseOf(corners: Corners, level: number): number {
  return corners.reduce((sum, corner, index) => (corner >= level ? sum + 2 ** index : sum), 0);
}

function point(edge: number, corners: Corners, level: number, column: number, row: number, scale: number): string {
  const from = corners[edge] ?? 0;
  const to = corners[(edge + 1) % 4] ?? 0;
  const share = (level - from) / (to - from);
  const [x, y] = [
    [share, 0],
    [1, share],
    [1 - share, 1],
    [0, 1 - share],
  ][edge] ?? [0, 0];
  return `${((column + (x ?? 0)) * scale).toFixed(1)} ${((row + (y ?? 0)) * scale).toFixed(1)}`;
}
