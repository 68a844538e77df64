import { monteCarloEngine } from '@graywise/kernels';
import { referenceMaterial, sourceSpectrum } from '@graywise/physics';

const SIZE = [8, 8, 12];
const MEDIA = ['soft-tissue', 'lung', 'bone'];

/**
 * A small body of soft tissue, lung and bone, all with I-131 (electrons and photons), by the Monte Carlo engine with its transport in the workers of `pool`: the doses of
 * all voxels, then their statistical uncertainties.
 */
export async function layeredDose(pool) {
  const { doseGy, statisticalUncertaintyGy } = await monteCarloEngine(tasks =>
    Promise.all(tasks.map(({ patient, ...task }) => pool.run('transport', task, { kept: { key: patient.key, value: patient } }))),
  ).compute(await layeredRequest());
  return [...doseGy.data, ...statisticalUncertaintyGy.data];
}

async function layeredRequest() {
  const materials = MEDIA.map(referenceMaterial);
  const [nx, ny, nz] = SIZE;
  const layerOf = (_unused, voxel) => Math.floor(voxel / (nx * ny) / 2) % MEDIA.length;
  const materialIndex = Uint8Array.from({ length: nx * ny * nz }, layerOf);
  const geometry = {
    size: SIZE,
    spacingMm: [4, 4.5, 5],
    originLps: [0, 0, 0],
    direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    frameOfReferenceUid: '1.2.3',
  };
  return {
    spectrum: await sourceSpectrum('I-131', 'parent alone'),
    timeIntegratedBqSPerMl: { geometry, unit: 'Bq s/mL', data: Float32Array.from(materialIndex, (_unused, voxel) => 1e9 + 1e6 * voxel) },
    densityGPerMl: { geometry, unit: 'g/mL', data: Float32Array.from(materialIndex, index => materials[index].densityGPerMl) },
    materials: { materialIndex, materials },
    regions: [],
    organModel: 'adult-male',
  };
}
