import type { ConvexBody } from './convexBody.js';

/** Taken from the global object once: in jest's sandbox every look at it costs more than the sum that follows. */
const { sqrt } = Math;

/**
 * Where the line along x at (y, z) enters and leaves a body, mm: written to `span`. False when the line misses the body.
 *
 * Every constraint is a quadratic a x^2 + 2 b x + c <= 0; the spans of the constraints cut each other.
 */
export function bodySpan({ constraints }: ConvexBody, y: number, z: number, span: { entry: number; exit: number }): boolean {
  let entry = -FAR;
  let exit = FAR;
  for (const { centre, rows } of constraints) {
    const dx = -centre[0];
    const dy = y - centre[1];
    const dz = z - centre[2];
    let a = 0;
    let b = 0;
    let c = -1;
    for (const row of rows) {
      const offset = row[0] * dx + row[1] * dy + row[2] * dz;
      a += row[0] * row[0];
      b += row[0] * offset;
      c += offset * offset;
    }
    if (a < PARALLEL) {
      if (c > 0) return false;
      continue;
    }
    const discriminant = b * b - a * c;
    if (discriminant <= 0) return false;
    const root = sqrt(discriminant);
    const first = (-b - root) / a;
    const last = (-b + root) / a;
    if (first > entry) entry = first;
    if (last < exit) exit = last;
  }
  span.entry = entry;
  span.exit = exit;
  return exit > entry;
}

/** Below this (1/mm^2) the line runs within a millionth of parallel to the surface and the constraint is the same all along it. */
const PARALLEL = 1e-14;

/** Beyond every body, mm. */
const FAR = 1e9;
