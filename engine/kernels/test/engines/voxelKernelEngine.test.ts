import { voxelKernelEngine } from '@graywise/kernels';
import {
  nuclidePointKernel,
  referenceMaterial,
  sourceSpectrum,
  voxelKernelOf,
  type DoseRequest,
  type DoseResult,
  type VolumeGeometry,
} from '@graywise/physics';

const geometry: VolumeGeometry = {
  size: [9, 9, 9],
  spacingMm: [2, 2, 3],
  originLps: [0, 0, 0],
  direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  frameOfReferenceUid: '1.2.3',
};
const MIDDLE = 4 + 9 * (4 + 9 * 4);
const DENSITY = referenceMaterial('soft-tissue').densityGPerMl;
const JOULE_PER_MEV = 1.602176634e-13;

async function doseOf(densityOf: (voxel: number) => number): Promise<DoseResult> {
  const activity = new Float32Array(729);
  activity[MIDDLE] = 1e9;
  const request: DoseRequest = {
    spectrum: await sourceSpectrum('Y-90', 'parent alone'),
    timeIntegratedBqSPerMl: { geometry, unit: 'Bq s/mL', data: activity },
    densityGPerMl: { geometry, unit: 'g/mL', data: Float32Array.from({ length: 729 }, (_unused, voxel) => densityOf(voxel)) },
    materials: { materialIndex: new Uint8Array(729), materials: [referenceMaterial('soft-tissue')] },
    regions: [],
    organModel: 'adult-male',
  };
  return voxelKernelEngine.compute(request);
}

describe('D12: the kernel engine', () => {
  it('D12: one active voxel gets the voxel kernel around it, of its own shape', async () => {
    const { doseGy } = await doseOf(() => DENSITY);
    const point = await nuclidePointKernel(await sourceSpectrum('Y-90', 'parent alone'), 'soft-tissue', DENSITY);
    const kernel = voxelKernelOf({ kernel: point, voxelMm: [2, 2, 3], halfSize: [4, 4, 4] });
    // decays cancel the volume: 1e9 Bq s/mL, J per mL over g per mL
    const grayPerMev = (1e9 * JOULE_PER_MEV * 1000) / DENSITY;
    for (const [i, j, k] of [
      [0, 0, 0],
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [2, 1, 1],
    ] as const) {
      const expected = (kernel.absorbedMev[i + 5 * (j + 5 * k)] ?? 0) * grayPerMev;
      for (const sign of [-1, 1]) {
        const dose = doseGy.data[MIDDLE + sign * (i + 9 * (j + 9 * k))] ?? 0;
        // the convolution is exact to 1e-6 of the largest value
        expect(Math.abs(dose - expected)).toBeLessThan(2e-6 * (doseGy.data[MIDDLE] ?? 0));
      }
    }
  });
  it('D12: energy stays where it is and is divided by the own mass; gas has no dose', async () => {
    const bone = MIDDLE + 1;
    const air = MIDDLE + 9;
    const uniform = (await doseOf(() => DENSITY)).doseGy.data;
    const mixed = (await doseOf(voxel => (voxel === bone ? 1.92 : voxel === air ? 0.0012 : DENSITY))).doseGy.data;
    expect((mixed[bone] ?? 0) / (uniform[bone] ?? 1)).toBeCloseTo(DENSITY / 1.92, 5);
    expect(mixed[air]).toBe(0);
    expect(mixed[MIDDLE]).toBe(uniform[MIDDLE]);
  });
  it('D12: it says what it assumes and how sure it is', async () => {
    const { assumptions, modelUncertainty, statisticalUncertaintyGy, alphaDoseGy } = await doseOf(() => DENSITY);
    expect(assumptions.join(' ')).toContain('unbounded soft tissue of 1.03 g/mL');
    expect(modelUncertainty.relative).toBeGreaterThan(0.005);
    expect([statisticalUncertaintyGy, alphaDoseGy]).toEqual([null, null]);
  });
});
