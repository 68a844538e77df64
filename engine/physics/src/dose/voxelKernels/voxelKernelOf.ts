import { gaussLegendre, type Quadrature } from '../../numerics/gaussLegendre.js';
import { quarterTurns } from '../../numerics/quarterTurns.js';
import type { RadialKernel } from '../pointKernels/radialKernel.js';
import type { VoxelKernel } from './voxelKernel.js';

/** Shells and directions are no further apart than this share of the smallest side of a voxel. */
const FINENESS = 0.25;
/** Directions along each angle for shells inside a voxel, where the integrand is smooth. */
const FEWEST_DIRECTIONS = 16;
/** Their number grows in such steps, so that neighbouring shells share one set. */
const DIRECTION_STEP = 16;

export interface VoxelKernelRequest {
  readonly kernel: RadialKernel;
  readonly voxelMm: readonly [number, number, number];
  readonly halfSize: readonly [number, number, number];
}

/**
 * The kernel of a box voxel from a point kernel (rule D6).
 *
 * A point uniformly distributed in the active voxel, moved by r, lies in the voxel at offset k with probability prod max(0, 1 - |r_i / d_i - k_i|), which adds to 1 over k:
 * the energy of every shell of the point kernel is divided over voxels without loss. Means over directions are taken in one octant by
 * Gauss-Legendre quadrature in both angles.
 */
export function voxelKernelOf({ kernel, voxelMm, halfSize }: VoxelKernelRequest): VoxelKernel {
  const [hx, hy, hz] = halfSize;
  const padded = new Float64Array((hx + 2) * (hy + 2) * (hz + 2));
  const sidesCm = voxelMm.map(side => side / 10) as [number, number, number];
  const smallestCm = Math.min(...sidesCm);
  const furthestCm = Math.hypot(...sidesCm.map((side, axis) => side * ((halfSize[axis] ?? 0) + 1)));
  const directionsFor = directionSets();
  const spacingCm = smallestCm * FINENESS;
  for (const { radiusCm, absorbedMev } of shellsOf(kernel, spacingCm, furthestCm)) {
    const needed = (radiusCm * Math.PI) / (2 * spacingCm);
    const count = FEWEST_DIRECTIONS + DIRECTION_STEP * Math.max(0, Math.ceil((needed - FEWEST_DIRECTIONS) / DIRECTION_STEP));
    splatShell(directionsFor(count), radiusCm, absorbedMev, sidesCm, halfSize, padded);
  }
  const { nuclide, medium, densityGPerMl, alphaMev, emittedMev } = kernel;
  return {
    nuclide,
    medium,
    densityGPerMl,
    voxelMm,
    halfSize,
    absorbedMev: shareBetweenOctants(padded, halfSize),
    alphaMev,
    emittedMev: emittedMev.electron + emittedMev.photon + emittedMev.alpha,
  };
}

interface Shell {
  readonly radiusCm: number;
  readonly absorbedMev: number;
}

/** The kernel as thin shells: what it leaves between two of its radii, spread evenly, in pieces of at most `thicknessCm`. */
function* shellsOf(kernel: RadialKernel, thicknessCm: number, furthestCm: number): Generator<Shell> {
  const { radiiCm, electronMev, bremsstrahlungMev, photonMev } = kernel;
  const within = (index: number): number => (electronMev[index] ?? 0) + (bremsstrahlungMev[index] ?? 0) + (photonMev[index] ?? 0);
  for (let index = 1; index < radiiCm.length; index++) {
    const [inner, outer] = [radiiCm[index - 1] ?? 0, radiiCm[index] ?? 0];
    if (inner > furthestCm) return;
    if (within(index) === within(index - 1)) continue;
    const pieces = Math.ceil((outer - inner) / thicknessCm);
    const absorbedMev = (within(index) - within(index - 1)) / pieces;
    for (let piece = 0; piece < pieces; piece++) yield { radiusCm: inner + ((piece + 0.5) * (outer - inner)) / pieces, absorbedMev };
  }
}

/** Unit vectors of the first octant, x, y, z one after the other, and the share of each. */
interface Directions {
  readonly vectors: Float64Array;
  readonly shares: Float64Array;
}

function directionSets(): (count: number) => Directions {
  let made: { count: number; directions: Directions } | null = null;
  return count => {
    if (made?.count !== count) made = { count, directions: octantDirections(gaussLegendre(count)) };
    return made.directions;
  };
}

function octantDirections({ nodes, weights }: Quadrature): Directions {
  const count = nodes.length;
  const vectors = new Float64Array(3 * count * count);
  const shares = new Float64Array(count * count);
  const angles = nodes.map(node => quarterTurns(((1 + node) * Math.PI) / 4));
  let direction = 0;
  for (const [polar, { sine: across, cosine: alongZ }] of angles.entries()) {
    for (const [azimuth, { sine, cosine }] of angles.entries()) {
      vectors.set([across * cosine, across * sine, alongZ], 3 * direction);
      shares[direction] = (Math.PI / 8) * across * (weights[polar] ?? 0) * (weights[azimuth] ?? 0);
      direction += 1;
    }
  }
  return { vectors, shares };
}

/** Taken from the global object once: in jest's sandbox every look at it costs more than the arithmetic around it. */
const { floor } = Math;

/** Divides a shell over the voxels of `padded`, an octant with one layer more on each axis, so that no corner of a kept voxel falls outside. */
function splatShell(
  { vectors, shares }: Directions,
  radiusCm: number,
  absorbedMev: number,
  sidesCm: readonly [number, number, number],
  halfSize: readonly [number, number, number],
  padded: Float64Array,
): void {
  const scaleX = radiusCm / sidesCm[0];
  const scaleY = radiusCm / sidesCm[1];
  const scaleZ = radiusCm / sidesCm[2];
  const row = halfSize[0] + 2;
  const plane = row * (halfSize[1] + 2);
  for (let direction = 0; direction < shares.length; direction++) {
    const x = scaleX * (vectors[3 * direction] ?? 0);
    const y = scaleY * (vectors[3 * direction + 1] ?? 0);
    const z = scaleZ * (vectors[3 * direction + 2] ?? 0);
    const i = floor(x);
    const j = floor(y);
    const k = floor(z);
    if (i > halfSize[0] || j > halfSize[1] || k > halfSize[2]) continue;
    const energy = absorbedMev * (shares[direction] ?? 0);
    const corner = i + row * j + plane * k;
    const upperY = y - j;
    const upperZ = z - k;
    addPair(padded, corner, x - i, energy * (1 - upperY) * (1 - upperZ));
    addPair(padded, corner + row, x - i, energy * upperY * (1 - upperZ));
    addPair(padded, corner + plane, x - i, energy * (1 - upperY) * upperZ);
    addPair(padded, corner + plane + row, x - i, energy * upperY * upperZ);
  }
}

/** Divides an energy between a voxel and the next along x. */
function addPair(padded: Float64Array, voxel: number, upper: number, energy: number): void {
  padded[voxel] = (padded[voxel] ?? 0) + energy * (1 - upper);
  padded[voxel + 1] = (padded[voxel + 1] ?? 0) + energy * upper;
}

/** One octant received all directions; each of the eight has its eighth, and a voxel on a plane of symmetry is in two, four or all of them. */
function shareBetweenOctants(padded: Float64Array, [hx, hy, hz]: readonly [number, number, number]): Float64Array {
  const octant = new Float64Array((hx + 1) * (hy + 1) * (hz + 1));
  let index = 0;
  for (let k = 0; k <= hz; k++)
    for (let j = 0; j <= hy; j++)
      for (let i = 0; i <= hx; i++) {
        const octants = (i === 0 ? 2 : 1) * (j === 0 ? 2 : 1) * (k === 0 ? 2 : 1);
        octant[index++] = ((padded[i + (hx + 2) * (j + (hy + 2) * k)] ?? 0) * octants) / 8;
      }
  return octant;
}
