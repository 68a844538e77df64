import { GraywiseError, type PointLps, type VolumeGeometry } from '@graywise/physics';
import { sameOrientation } from './orientation.js';
import type { Plane } from './Plane.js';
import { along, cross, difference, dot, length } from './vector.js';

/** Planes that form a regular volume. `slices[k]` are the planes of slice k: more than one only where the caller stacks counts of one place. */
export interface Grid {
  readonly geometry: VolumeGeometry;
  readonly slices: readonly (readonly Plane[])[];
}

export interface GridOptions {
  readonly where: string;
  readonly frameOfReferenceUid: string;
  /** Spacing of a volume of one slice, where no two positions tell it. */
  readonly singleSliceSpacingMm: number | null;
  /** Several planes at one position belong together (rotations, time slots); otherwise they are refused. */
  readonly stacked: boolean;
}

/** Positions closer than this are one position. */
const SAME_POSITION_MM = 0.01;
/** Rounding of written positions and of a normal from written cosines over the length of a body. */
const SIDEWAYS_MM = 0.2;

/**
 * Puts planes in the order of the normal (row x column) and proves that they form a regular volume: one orientation, one pixel grid, equal
 * spacing, no shear. The result is right-handed whatever the order of files or the sign of a spacing was.
 *
 * Throws GW_GEOMETRY naming what is irregular and where.
 */
export function assembleGrid(planes: readonly Plane[], options: GridOptions): Grid {
  const first = planes[0];
  if (!first) throw new GraywiseError('GW_NO_IMAGES', { where: options.where });
  const normal = cross(first.row, first.column);
  const refuse = (found: string): never => {
    throw new GraywiseError('GW_GEOMETRY', { where: options.where, found });
  };
  if (planes.some(plane => !sameOrientation(plane, first))) refuse('slices of different orientation');
  if (planes.some(plane => !samePixelGrid(plane, first))) refuse('slices of different size or pixel spacing');
  const slices = groupByPosition(planes, normal);
  if (!options.stacked && slices.some(slice => slice.length > 1))
    refuse(`two slices at the same position, ${positionText(doubled(slices), normal)}`);
  const depths = slices.map(slice => depth(slice, normal));
  const spacing = depths.length > 1 ? regularSpacing(depths, refuse) : options.singleSliceSpacingMm;
  if (spacing === null || !(spacing > 0)) throw new GraywiseError('GW_MISSING_TAG', { tag: 'SpacingBetweenSlices', where: options.where });
  const origin = slices[0]?.[0]?.position ?? first.position;
  const sideways = planes.map(plane => sidewaysOffset(plane.position, origin, normal));
  const most = Math.max(...sideways);
  if (most > SIDEWAYS_MM) refuse(`slices shifted sideways by up to ${most.toFixed(1)} mm (gantry tilt)`);
  return { geometry: geometryOf(first, origin, normal, spacing, slices.length, options.frameOfReferenceUid), slices };
}

function geometryOf(
  plane: Plane,
  originLps: PointLps,
  normal: PointLps,
  spacing: number,
  count: number,
  frameOfReferenceUid: string,
): VolumeGeometry {
  const { row, column } = plane;
  return {
    size: [plane.columns, plane.rows, count],
    spacingMm: [plane.columnSpacingMm, plane.rowSpacingMm, spacing],
    originLps,
    direction: [row[0], column[0], normal[0], row[1], column[1], normal[1], row[2], column[2], normal[2]],
    frameOfReferenceUid,
  };
}

function groupByPosition(planes: readonly Plane[], normal: PointLps): Plane[][] {
  const sorted = [...planes].sort((a, b) => dot(a.position, normal) - dot(b.position, normal));
  const slices: Plane[][] = [];
  for (const plane of sorted) {
    const last = slices.at(-1);
    if (last && dot(plane.position, normal) - depth(last, normal) < SAME_POSITION_MM) last.push(plane);
    else slices.push([plane]);
  }
  return slices;
}

function regularSpacing(depths: readonly number[], refuse: (found: string) => never): number {
  const steps = depths.slice(1).map((value, index) => value - (depths[index] ?? 0));
  const typical = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  const allowed = Math.max(0.02 * typical, 0.06);
  const wrong = steps.findIndex(step => Math.abs(step - typical) > allowed);
  if (wrong >= 0) {
    const step = steps[wrong] ?? 0;
    const missing = Math.round(step / typical) - 1;
    const between = `between ${(depths[wrong] ?? 0).toFixed(2)} and ${(depths[wrong + 1] ?? 0).toFixed(2)} mm along the stack`;
    const isGap = missing > 0 && Math.abs(step - (missing + 1) * typical) <= allowed * (missing + 1);
    refuse(
      isGap
        ? `${missing.toString()} slices missing ${between}`
        : `a spacing of ${step.toFixed(2)} mm ${between}, ${typical.toFixed(2)} mm elsewhere`,
    );
  }
  return ((depths.at(-1) ?? 0) - (depths[0] ?? 0)) / steps.length;
}

function depth(slice: readonly Plane[], normal: PointLps): number {
  const first = slice[0];
  return first ? dot(first.position, normal) : NaN;
}

function sidewaysOffset(position: PointLps, origin: PointLps, normal: PointLps): number {
  const offset = difference(position, origin);
  return length(along(offset, -dot(offset, normal), normal));
}

function samePixelGrid(a: Plane, b: Plane): boolean {
  const close = (x: number, y: number): boolean => Math.abs(x - y) <= 1e-4 * y;
  return (
    a.rows === b.rows && a.columns === b.columns && close(a.rowSpacingMm, b.rowSpacingMm) && close(a.columnSpacingMm, b.columnSpacingMm)
  );
}

function doubled(slices: readonly (readonly Plane[])[]): readonly Plane[] {
  return slices.find(slice => slice.length > 1) ?? [];
}

function positionText(slice: readonly Plane[], normal: PointLps): string {
  return `${depth(slice, normal).toFixed(2)} mm along the stack`;
}
