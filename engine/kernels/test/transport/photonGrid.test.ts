import { referenceMaterial } from '@graywise/physics';
import { loadTransportMaterial } from '../../src/transport/loadTransportMaterial.js';
import { runTransportTask } from '../../src/transport/runTransportTask.js';
import { spectrumTable } from '../../src/transport/spectrumTable.js';
import { TransportModule } from '../../src/transport/TransportModule.js';
import type { TransportGrid } from '../../src/transport/transportGrid.js';
import type { TransportPatient, TransportTask } from '../../src/transport/transportTask.js';

const SIZE = 24;
const VOXELS = SIZE ** 3;

/** A cube of soft tissue with a layer of bone and one of lung; decays in a box inside it. */
async function layers(): Promise<{ grid: TransportGrid; decays: Float64Array }> {
  const names = ['soft-tissue', 'bone', 'lung'] as const;
  const materials = await Promise.all(names.map(name => loadTransportMaterial(referenceMaterial(name))));
  const layer = (voxel: number): number => (voxel % SIZE > 18 ? 1 : voxel % SIZE < 6 ? 2 : 0);
  const materialIndex = Uint8Array.from({ length: VOXELS }, (_unused, voxel) => layer(voxel));
  const densityGPerMl = Float32Array.from(materialIndex, index => [1.03, 1.92, 0.26][index] ?? NaN);
  const decays = Float64Array.from({ length: VOXELS }, (_unused, voxel) => {
    const place = [voxel % SIZE, Math.floor(voxel / SIZE) % SIZE, Math.floor(voxel / SIZE ** 2)];
    return place.every(index => index >= 9 && index < 15) ? 1 : 0;
  });
  return { grid: { size: [SIZE, SIZE, SIZE], spacingCm: [0.5, 0.4, 0.6], densityGPerMl, materialIndex, materials }, decays };
}

describe('photons in voxels', () => {
  it.each([0.03, 0.208, 1.5])(
    'R4: at %d MeV track length and analog agree in every layer, and analog keeps all energy',
    async energyMev => {
      const { grid, decays } = await layers();
      const module = await TransportModule.start(grid);
      module.setSource(decays);
      module.setSpectrum(spectrumTable([{ lowestMev: energyMev, widthMev: 0, perDecay: 1 }]));
      const histories = 40_000;
      const layerSums = (absorbed: Float64Array): number[] => {
        const sums = [0, 0, 0];
        absorbed.forEach((energy, voxel) => {
          const layer = grid.materialIndex[voxel] ?? 0;
          sums[layer] = (sums[layer] ?? 0) + energy;
        });
        return sums;
      };
      const analog = module.runPhotons({ seed: 1, batch: 0, histories }, 'analog');
      const trackLength = module.runPhotons({ seed: 1, batch: 1, histories }, 'track length');
      expect(analog.emittedMev).toBeCloseTo(energyMev, 10);
      // The rounding of some hundred thousand sums.
      expect(analog.absorbedMev.reduce((sum, energy) => sum + energy, 0) + analog.escapedMev).toBeCloseTo(analog.emittedMev, 10);
      const [expected, found] = [layerSums(analog.absorbedMev), layerSums(trackLength.absorbedMev)];
      found.forEach((energy, layer) => {
        // A history leaves at most its energy in a layer, on average `share` of it: 4 standard deviations of both.
        const share = (expected[layer] ?? NaN) / energyMev;
        expect(Math.abs(energy - (expected[layer] ?? NaN)) / energyMev).toBeLessThan(4 * Math.sqrt((2 * share * (1 - share)) / histories));
      });
    },
  );

  it('R5: a task gives the same bits whenever and wherever it runs', async () => {
    const { grid, decays } = await layers();
    const spectrum = spectrumTable([{ lowestMev: 0.364, widthMev: 0, perDecay: 0.8 }]);
    const source = { kind: 'photons', decays, spectrum, historiesPerBatch: 2000 } as const;
    const patient = (key: number): TransportPatient => ({ key, grid, groups: [[source]] });
    const task = (firstBatch: number, key = -1): TransportTask => ({ patient: patient(key), group: 0, seed: 7, firstBatch, batches: 2 });
    const first = await runTransportTask(task(0));
    await runTransportTask(task(2));
    const again = await runTransportTask(task(0));
    const elsewhere = await runTransportTask(structuredClone(task(0, -2)));
    expect(again).toEqual(first);
    expect(elsewhere).toEqual(first);
  });

  it('more voxels along an axis than can be counted are refused', async () => {
    const { grid } = await layers();
    await expect(TransportModule.start({ ...grid, size: [1025, 1, 1] })).rejects.toThrow(/at most 1024 voxels/);
  });
});
