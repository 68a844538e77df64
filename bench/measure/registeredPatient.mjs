import { seededNoise } from './seededNoise.mjs';

/**
 * A patient for the whole verification: 128 x 128 x 90 voxels of 4.42 mm at four times after Lu-177, in one frame of reference, as they stand after
 * calibration and registration. An elliptic trunk with five regions; each tissue clears by one exponential and a voxel scatters by 5 %.
 */
export const SIZE = [128, 128, 90];
export const SPACING_MM = [4.42, 4.42, 4.42];
export const TIMES_HOURS = [4, 24, 72, 168];
export const HALF_LIFE_HOURS = 159.528;

/** Ellipsoids by centre and half-axes in cm from the middle of the box; Bq/mL at the administration and effective half-life in h. */
const REGIONS = [
  { name: 'liver', centre: [-8, -1, 4], axes: [8, 7, 7.5], concentration: 2e5, halfLife: 70 },
  { name: 'spleen', centre: [10.5, 3, 4], axes: [3, 3.5, 5.5], concentration: 6e5, halfLife: 65 },
  { name: 'kidney-left', centre: [6.5, 5, -6], axes: [2.8, 2.4, 5.6], concentration: 1e6, halfLife: 50 },
  { name: 'kidney-right', centre: [-6.5, 5, -6], axes: [2.8, 2.4, 5.6], concentration: 1e6, halfLife: 50 },
  { name: 'lesion-1', centre: [-9, -3, 6], axes: [1.6, 1.6, 1.6], concentration: 3e6, halfLife: 90 },
];
const BACKGROUND = { concentration: 2e4, halfLife: 40 };
const DENSITY_G_PER_ML = { air: 0.0012, tissue: 1.03 };

/** Concentrations (Bq/mL) by time, density, and a mask for each region, all [z][y][x]. */
export function registeredPatient() {
  const voxels = SIZE[0] * SIZE[1] * SIZE[2];
  const { normal } = seededNoise(3);
  const concentrations = TIMES_HOURS.map(() => new Float32Array(voxels));
  const densityGPerMl = new Float32Array(voxels).fill(DENSITY_G_PER_ML.air);
  const regions = REGIONS.map(({ name }) => ({ name, mask: new Uint8Array(voxels) }));
  let voxel = 0;
  for (let k = 0; k < SIZE[2]; k++)
    for (let j = 0; j < SIZE[1]; j++)
      for (let i = 0; i < SIZE[0]; i++, voxel++) {
        const point = [i, j, k].map((index, axis) => ((index + 0.5 - SIZE[axis] / 2) * SPACING_MM[axis]) / 10);
        if ((point[0] / 18) ** 2 + (point[1] / 12) ** 2 > 1) continue;
        densityGPerMl[voxel] = DENSITY_G_PER_ML.tissue;
        const region = REGIONS.findLastIndex(
          ({ centre, axes }) => axes.reduce((sum, axis, d) => sum + ((point[d] - centre[d]) / axis) ** 2, 0) <= 1,
        );
        if (region >= 0) regions[region].mask[voxel] = 1;
        const { concentration, halfLife } = REGIONS[region] ?? BACKGROUND;
        TIMES_HOURS.forEach((time, scan) => {
          concentrations[scan][voxel] = Math.max(0, concentration * 2 ** (-time / halfLife) * (1 + 0.05 * normal()));
        });
      }
  return { concentrations, densityGPerMl, regions };
}
