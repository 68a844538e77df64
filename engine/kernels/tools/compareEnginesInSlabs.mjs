import { loadTransportMaterial, monteCarloDose, voxelKernelEngine } from '@graywise/kernels';
import { referenceMaterial, sourceSpectrum } from '@graywise/physics';

/**
 * node engine/kernels/tools/compareEnginesInSlabs.mjs: what the kernel of soft tissue errs by at lung and bone. Prints the table of
 * docs/validation/engines-at-interfaces.md. Soft tissue, evenly active to the interface, beside a slab of lung or bone without activity; voxels of 3 mm.
 */
const SIZE = 25;
const SPACING_MM = 3;
/** The active layer ends and the slab begins here, the slab ends there. */
const INTERFACE = 12;
const SLAB_END = 20;
const ACTIVE_FROM = 6;
/** By voxel; a layer's mean is of two hundred of them. */
const RELATIVE_ERROR = 0.05;
const NUCLIDES = ['Lu-177', 'Y-90', 'I-131'];
const MEDIA = ['lung', 'bone'];

const middle = (SIZE - 1) / 2;
const voxels = Array.from({ length: SIZE ** 3 }, (_unused, voxel) => Math.floor(voxel / SIZE ** 2));
const geometry = {
  size: [SIZE, SIZE, SIZE],
  spacingMm: [SPACING_MM, SPACING_MM, SPACING_MM],
  originLps: [0, 0, 0],
  direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  frameOfReferenceUid: '1',
};
const soft = referenceMaterial('soft-tissue');

async function requestOf(nuclide, medium) {
  const material = referenceMaterial(medium);
  const inSlab = z => z >= INTERFACE && z < SLAB_END;
  return {
    spectrum: await sourceSpectrum(nuclide, 'parent alone'),
    timeIntegratedBqSPerMl: {
      geometry,
      unit: 'Bq s/mL',
      data: Float32Array.from(voxels, z => (z >= ACTIVE_FROM && z < INTERFACE ? 1e9 : 0)),
    },
    densityGPerMl: {
      geometry,
      unit: 'g/mL',
      data: Float32Array.from(voxels, z => (inSlab(z) ? material.densityGPerMl : soft.densityGPerMl)),
    },
    materials: { materialIndex: Uint8Array.from(voxels, z => (inSlab(z) ? 1 : 0)), materials: [soft, material] },
    regions: [],
    organModel: 'adult-male',
  };
}

/** Mean dose of each layer within 2.4 cm of the axis, where the sides of the box are far. */
function profile(data) {
  const sums = new Float64Array(SIZE);
  const counts = new Float64Array(SIZE);
  data.forEach((dose, voxel) => {
    const [i, j, z] = [voxel % SIZE, Math.floor(voxel / SIZE) % SIZE, voxels[voxel]];
    if (Math.hypot(i - middle, j - middle) * SPACING_MM > 24) return;
    sums[z] += dose;
    counts[z] += 1;
  });
  return sums.map((sum, z) => sum / counts[z]);
}

async function transportedDose({ spectrum, timeIntegratedBqSPerMl, densityGPerMl, materials }) {
  const side = SPACING_MM / 10;
  const { electronGy, photonGy } = await monteCarloDose({
    grid: {
      size: geometry.size,
      spacingCm: [side, side, side],
      densityGPerMl: densityGPerMl.data,
      materialIndex: materials.materialIndex,
      materials: await Promise.all(materials.materials.map(loadTransportMaterial)),
    },
    decays: Float64Array.from(timeIntegratedBqSPerMl.data, concentration => concentration * side ** 3),
    spectrum,
    mode: 'every particle',
    relativeError: RELATIVE_ERROR,
    seed: 1,
  });
  return electronGy.map((dose, voxel) => dose + photonGy[voxel]);
}

const percent = share => `${(100 * share).toFixed(1)} %`;
for (const nuclide of NUCLIDES) {
  for (const medium of MEDIA) {
    const request = await requestOf(nuclide, medium);
    const transported = profile(await transportedDose(request));
    const byKernel = profile((await voxelKernelEngine.compute(request)).doseGy.data);
    const largest = Math.max(...transported);
    const errors = Array.from(byKernel, (dose, z) => (transported[z] < 0.05 * largest ? 0 : dose / transported[z] - 1));
    const worst = errors.reduce((most, error) => (Math.abs(error) > Math.abs(most) ? error : most), 0);
    const active = Array.from(byKernel, (dose, z) => (z >= ACTIVE_FROM && z < INTERFACE ? dose / transported[z] - 1 : 0));
    const inside = active.reduce((sum, error) => sum + error, 0) / (INTERFACE - ACTIVE_FROM);
    process.stdout.write(
      `| ${nuclide} | ${medium} | ${percent(errors[INTERFACE - 1])} | ${percent(byKernel[INTERFACE] / transported[INTERFACE] - 1)} | ${percent(worst)} | ${percent(inside)} |\n`,
    );
  }
}
