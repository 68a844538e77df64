import {
  becquerelSecond,
  kilogram,
  referenceMaterial,
  sourceSpectrum,
  type DoseRegion,
  type DoseRequest,
  type VolumeGeometry,
} from '@graywise/physics';
import { chooseDoseEngine } from '../../src/dose/chooseDoseEngine.js';

/** The slabs of docs/validation/engines-at-interfaces.md: six layers of soft tissue, eight of lung or bone, six of soft tissue, cubes of 2.4 mm. */
const ACROSS = 9;
const LAYERS = 20;
const SLAB: readonly [number, number] = [6, 14];

const geometry: VolumeGeometry = {
  size: [ACROSS, ACROSS, LAYERS],
  spacingMm: [2.4, 2.4, 2.4],
  originLps: [0, 0, 0],
  direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  frameOfReferenceUid: '1.2.3',
};
const voxels = Array.from({ length: ACROSS * ACROSS * LAYERS }, (_unused, voxel) => Math.floor(voxel / ACROSS ** 2));

/** A region of the layers from `first` up to but not including `end`. */
function layers(first: number, end: number): DoseRegion {
  const mask = Uint8Array.from(voxels, layer => Number(layer >= first && layer < end));
  return { name: 'lesion-1', label: 'Lesion 1', mask, timeIntegratedActivity: becquerelSecond(1e12), mass: kilogram(0.01) };
}

async function engineFor(nuclide: string, medium: 'lung' | 'bone', region: DoseRegion): Promise<string> {
  const materials = [referenceMaterial('soft-tissue'), referenceMaterial(medium)];
  const materialIndex = Uint8Array.from(voxels, layer => Number(layer >= SLAB[0] && layer < SLAB[1]));
  const request: DoseRequest = {
    spectrum: await sourceSpectrum(nuclide, 'parent alone'),
    timeIntegratedBqSPerMl: { geometry, unit: 'Bq s/mL', data: Float32Array.from(region.mask) },
    densityGPerMl: { geometry, unit: 'g/mL', data: Float32Array.from(materialIndex, index => materials[index]?.densityGPerMl ?? NaN) },
    materials: { materialIndex, materials },
    regions: [region],
    organModel: 'adult-male',
  };
  return chooseDoseEngine(request, []).engine;
}

describe.each(['Y-90', 'I-131', 'Lu-177'])('D11: the engine for %s at a slab of lung or bone', nuclide => {
  it.each(['lung', 'bone'] as const)(
    'D11: Monte Carlo in the %s, and in tissue of which a quarter or more lies beside it',
    async medium => {
      expect(await engineFor(nuclide, medium, layers(...SLAB))).toBe('monteCarlo');
      expect(await engineFor(nuclide, medium, layers(SLAB[0] - 4, SLAB[0]))).toBe('monteCarlo');
      expect(await engineFor(nuclide, medium, layers(SLAB[0] - 1, SLAB[1] + 1))).toBe('monteCarlo');
    },
  );
});

describe('D11: the kernel for electrons in tissue away from a slab', () => {
  // of I-131 photons carry two thirds of the energy, and two fifths of this body is lung or bone
  it.each([
    ['Y-90', 'voxelKernel'],
    ['Lu-177', 'voxelKernel'],
    ['I-131', 'monteCarlo'],
  ])('D11: %s: %s', async (nuclide, engine) => {
    for (const medium of ['lung', 'bone'] as const) expect(await engineFor(nuclide, medium, layers(0, SLAB[0] - 1))).toBe(engine);
  });
});
