import { loadTransportMaterial } from '@graywise/kernels';
import { referenceMaterial } from '@graywise/physics';

/**
 * A patient for the bench: 128^3 voxels of 4.42 mm, an elliptic trunk of soft tissue with lungs, spine and ribs, activity in kidneys, spleen, liver and two lesions, one in
 * the liver and one in a vertebra. Activity per volume is relative: kidneys 67, lesions 100, spleen 30, liver 8, all other tissue 1.
 */
const MATERIAL_NAMES = ['air', 'lung', 'soft-tissue', 'bone'];
const [AIR, LUNG, SOFT, BONE] = [0, 1, 2, 3];
const DENSITIES = [0.0012, 0.26, 1.03, 1.45];

const SIZE = [128, 128, 128];
const SPACING_CM = [0.442, 0.442, 0.442];

/** Ellipsoids by centre and half-axes in cm from the middle of the box: x to the left, y to the back, z to the head. Later ones lie over earlier ones. */
const ORGANS = [
  { centre: [-9, -1, 12], axes: [6, 8, 12], material: LUNG, activity: 0.3 },
  { centre: [9, -1, 12], axes: [6, 8, 12], material: LUNG, activity: 0.3 },
  { centre: [-8, -1, -4], axes: [8, 7, 7.5], material: SOFT, activity: 8 },
  { centre: [10.5, 3, -3], axes: [3, 3.5, 5.5], material: SOFT, activity: 30 },
  { centre: [-6.5, 5, -12], axes: [2.8, 2.4, 5.6], material: SOFT, activity: 67 },
  { centre: [6.5, 5, -12], axes: [2.8, 2.4, 5.6], material: SOFT, activity: 67 },
  { centre: [0, 8.5, -1], axes: [2.1, 2.1, 40], material: BONE, activity: 1 },
  { centre: [0, 8.5, -6], axes: [1.2, 1.2, 1.4], material: BONE, activity: 100 },
  { centre: [-8, -2, -1], axes: [1.3, 1.3, 1.3], material: SOFT, activity: 100 },
];

export async function heterogeneousPatient() {
  const voxels = SIZE[0] * SIZE[1] * SIZE[2];
  const [densityGPerMl, materialIndex, decays] = [new Float32Array(voxels), new Uint8Array(voxels), new Float64Array(voxels)];
  let voxel = 0;
  for (let k = 0; k < SIZE[2]; k++)
    for (let j = 0; j < SIZE[1]; j++)
      for (let i = 0; i < SIZE[0]; i++, voxel++) {
        const { material, activity } = tissueAt([i, j, k].map((index, axis) => (index + 0.5 - SIZE[axis] / 2) * SPACING_CM[axis]));
        materialIndex[voxel] = material;
        densityGPerMl[voxel] = DENSITIES[material];
        decays[voxel] = activity;
      }
  const materials = await Promise.all(MATERIAL_NAMES.map(name => loadTransportMaterial(referenceMaterial(name))));
  return { grid: { size: SIZE, spacingCm: SPACING_CM, densityGPerMl, materialIndex, materials }, decays };
}

function tissueAt([x, y, z]) {
  const trunk = (x / 18) ** 2 + (y / 12) ** 2;
  if (trunk > 1) return { material: AIR, activity: 0 };
  let tissue = { material: SOFT, activity: 1 };
  // Ribs: a shell around the lungs, every third of 3 cm.
  if (trunk > 0.78 && trunk < 0.88 && z > 0 && z < 24 && ((z % 3) + 3) % 3 < 1) tissue = { material: BONE, activity: 1 };
  for (const { centre, axes, material, activity } of ORGANS) {
    const square = ((x - centre[0]) / axes[0]) ** 2 + ((y - centre[1]) / axes[1]) ** 2 + ((z - centre[2]) / axes[2]) ** 2;
    if (square <= 1) tissue = { material, activity };
  }
  return tissue;
}
