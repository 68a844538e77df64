import type { PointLps } from '@graywise/physics';
import { dot } from '../geometry/vector.js';
import type { Contour } from './contours.js';

/** The contours of one plane, and the slab of space they stand for: `from` <= depth < `to` along the normal. */
export interface ContourSlab {
  readonly depth: number;
  readonly from: number;
  readonly to: number;
  readonly contours: readonly Contour[];
}

/** Contours closer than this along the normal lie in one plane. */
const SAME_PLANE_MM = 0.05;
/** Planes further apart than this many spacings are not joined: the region is empty between them. */
const JOINED = 1.5;

/**
 * Turns contours into slabs: half-way to the neighbouring plane, or half a spacing where there is no neighbour. `spacingIfSingle` serves a region
 * drawn on one plane only.
 */
export function contourSlabs(contours: readonly Contour[], normal: PointLps, spacingIfSingle: number): ContourSlab[] {
  const planes = planesOf(contours, normal);
  const spacing = planeSpacing(planes.map(({ depth }) => depth)) ?? spacingIfSingle;
  return planes.map((plane, index) => {
    const below = plane.depth - (planes[index - 1]?.depth ?? -Infinity);
    const above = (planes[index + 1]?.depth ?? Infinity) - plane.depth;
    const half = (distance: number): number => (distance <= JOINED * spacing ? distance : spacing) / 2;
    return { ...plane, from: plane.depth - half(below), to: plane.depth + half(above) };
  });
}

/** Median distance between neighbouring planes; null for fewer than two. */
export function planeSpacing(sortedDepths: readonly number[]): number | null {
  const steps = sortedDepths.slice(1).map((depth, index) => depth - (sortedDepths[index] ?? 0));
  return steps.sort((a, b) => a - b)[Math.floor((steps.length - 1) / 2)] ?? null;
}

/** Depths of the planes of contours, ascending. */
export function planeDepths(contours: readonly Contour[], normal: PointLps): number[] {
  return planesOf(contours, normal).map(({ depth }) => depth);
}

function planesOf(contours: readonly Contour[], normal: PointLps): { depth: number; contours: Contour[] }[] {
  const byDepth = contours.map(contour => ({ contour, depth: meanDepth(contour, normal) })).sort((a, b) => a.depth - b.depth);
  const planes: { depth: number; contours: Contour[] }[] = [];
  for (const { contour, depth } of byDepth) {
    const last = planes.at(-1);
    if (last && depth - last.depth < SAME_PLANE_MM) last.contours.push(contour);
    else planes.push({ depth, contours: [contour] });
  }
  return planes;
}

function meanDepth(contour: Contour, normal: PointLps): number {
  return contour.reduce((sum, corner) => sum + dot(corner, normal), 0) / contour.length;
}
