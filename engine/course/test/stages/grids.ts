import type { RegionMask, Volume, VolumeGeometry } from '@graywise/physics';

type Point = readonly [number, number, number];

/** A cubic grid of `size` voxels a side whose first voxel lies at the origin. */
export function cube(size: number, spacingMm: number): VolumeGeometry {
  return {
    size: [size, size, size],
    spacingMm: [spacingMm, spacingMm, spacingMm],
    originLps: [0, 0, 0],
    direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    frameOfReferenceUid: '2.25.1',
  };
}

/** Values of a function of the voxel index, in the order of a volume. */
export function valuesOn({ size: [nx, ny, nz] }: VolumeGeometry, value: (index: Point) => number): number[] {
  const values: number[] = [];
  for (let k = 0; k < nz; k++) for (let j = 0; j < ny; j++) for (let i = 0; i < nx; i++) values.push(value([i, j, k]));
  return values;
}

export function concentrationOn(geometry: VolumeGeometry, value: (index: Point) => number): Volume<'Bq/mL'> {
  return { geometry, unit: 'Bq/mL', data: Float32Array.from(valuesOn(geometry, value)) };
}

export function regionOn(geometry: VolumeGeometry, inside: (index: Point) => boolean): RegionMask {
  const mask = Uint8Array.from(valuesOn(geometry, index => (inside(index) ? 1 : 0)));
  return { name: 'lesion-1', label: 'Lesion 1', color: [255, 0, 0], geometry, mask, source: null };
}
