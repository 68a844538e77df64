import { indexToLps } from './indexToLps.js';
import type { VolumeGeometry } from './volumeGeometry.js';

/**
 * The same box of space in smaller voxels: each axis is split by the smallest whole number that brings its spacing to `largestSpacingMm` or below.
 * The outer faces stay where they are, so the first voxel's centre moves. Throws GW_GEOMETRY for a geometry that is no regular volume.
 */
export function refinedGeometry(geometry: VolumeGeometry, largestSpacingMm: number): VolumeGeometry {
  // The small share forgives rounding: 5.000000001 mm is split in two for 2.5 mm, not in three.
  const parts = geometry.spacingMm.map(spacing => Math.max(1, Math.ceil(spacing / largestSpacingMm - 1e-6))) as [number, number, number];
  const firstCentre = parts.map(part => 0.5 / part - 0.5) as [number, number, number];
  return {
    ...geometry,
    size: [geometry.size[0] * parts[0], geometry.size[1] * parts[1], geometry.size[2] * parts[2]],
    spacingMm: [geometry.spacingMm[0] / parts[0], geometry.spacingMm[1] / parts[1], geometry.spacingMm[2] / parts[2]],
    originLps: indexToLps(geometry, firstCentre),
  };
}
