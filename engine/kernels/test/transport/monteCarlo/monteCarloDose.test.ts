import { JOULE_PER_MEV, referenceMaterial, sourceSpectrum } from '@graywise/physics';
import { loadTransportMaterial } from '../../../src/transport/loadTransportMaterial.js';
import { monteCarloDose, type ElectronMode, type MonteCarloDose } from '../../../src/transport/monteCarlo/monteCarloDose.js';
import { tasksAtATime } from '../../../src/transport/monteCarlo/tasksAtATime.js';
import { runTransportTask } from '../../../src/transport/runTransportTask.js';
import type { TransportGrid } from '../../../src/transport/transportGrid.js';

const SIZE = 20;
const VOXELS = SIZE ** 3;

/** Soft tissue in air, a layer of lung on one side; decays in a block of tissue, one face of which is the lung. */
async function patient(): Promise<{ grid: TransportGrid; decays: Float64Array }> {
  const names = ['soft-tissue', 'lung', 'air'] as const;
  const materials = await Promise.all(names.map(name => loadTransportMaterial(referenceMaterial(name))));
  const places = Array.from({ length: VOXELS }, (_unused, voxel) => [
    voxel % SIZE,
    Math.floor(voxel / SIZE) % SIZE,
    Math.floor(voxel / SIZE ** 2),
  ]);
  const materialIndex = Uint8Array.from(places, place => (place.some(index => index < 2 || index > 17) ? 2 : (place[0] ?? 0) < 7 ? 1 : 0));
  const densityGPerMl = Float32Array.from(materialIndex, index => [1.03, 0.26, 0.0012][index] ?? NaN);
  const decays = Float64Array.from(places, place => (place.every(index => index >= 7 && index < 13) ? 1e6 : 0));
  return { grid: { size: [SIZE, SIZE, SIZE], spacingCm: [0.442, 0.442, 0.442], densityGPerMl, materialIndex, materials }, decays };
}

const thePatient = patient();

async function doseOf(
  mode: ElectronMode,
  seed: number,
  reverse = false,
  nuclide = 'Lu-177',
): Promise<MonteCarloDose & { sum: Float32Array }> {
  const spectrum = await sourceSpectrum(nuclide, 'parent alone');
  const { grid, decays } = await thePatient;
  const backwards = async (tasks: readonly Parameters<typeof runTransportTask>[0][]) => {
    const tallies = [];
    for (const task of [...tasks].reverse()) tallies.unshift(await runTransportTask(task));
    return tallies;
  };
  const dose = await monteCarloDose({ grid, decays, spectrum, mode, relativeError: 0.1, seed, ...(reverse ? { run: backwards } : {}) });
  return { ...dose, sum: dose.electronGy.map((gray, voxel) => gray + (dose.photonGy[voxel] ?? 0)) };
}

describe('the dose of a patient by transport', () => {
  it('R7: other seeds differ by what the uncertainty says, whether kernels help or not', async () => {
    const doses = [
      await doseOf('every particle', 1),
      await doseOf('every particle', 2),
      await doseOf('kernel electrons where uniform', 3),
    ] as const;
    for (const dose of doses) expect(dose.relativeError).toBeLessThanOrEqual(0.1);
    const largest = doses[0].sum.reduce((most, gray) => Math.max(most, gray), 0);
    for (const other of [doses[1], doses[2]]) {
      let [squares, count] = [0, 0];
      other.sum.forEach((gray, voxel) => {
        if ((doses[0].sum[voxel] ?? 0) < 0.1 * largest) return;
        const variance = (other.uncertaintyGy[voxel] ?? 0) ** 2 + (doses[0].uncertaintyGy[voxel] ?? 0) ** 2;
        squares += (gray - (doses[0].sum[voxel] ?? 0)) ** 2 / variance;
        count += 1;
      });
      // Neighbouring voxels share histories, so that the some two hundred voxels count as about a quarter: 4 of its standard deviations.
      expect(Math.abs(squares / count - 1)).toBeLessThan(4 * Math.sqrt(8 / count));
    }
  });

  it('R8: tasks may run in any order: the same bits', async () => {
    const [forwards, backwards] = [
      await doseOf('kernel electrons where uniform', 4),
      await doseOf('kernel electrons where uniform', 4, true),
    ];
    expect(backwards.sum).toEqual(forwards.sum);
    expect(backwards.uncertaintyGy).toEqual(forwards.uncertaintyGy);
  });

  it('R8: tallies that wait to be added take half a gigabyte at most, however many batches there are', () => {
    for (const voxels of [1000, 128 ** 3, 256 ** 2 * 60]) {
      const tasks = tasksAtATime(voxels);
      // Eight at least, so that workers have work.
      expect(tasks).toBeGreaterThanOrEqual(8);
      expect(tasks === 8 || tasks * voxels * 16 <= 2 ** 29).toBe(true);
    }
    expect(tasksAtATime(128 ** 3)).toBe(16);
  });

  it('R7: electrons that cross many voxels are planned for as well: the first look is near the error', async () => {
    const { relativeError, batches } = await doseOf('kernel electrons where uniform', 6, false, 'Y-90');
    expect(relativeError).toBeLessThanOrEqual(0.1);
    // 32 batches are a first look; without a plan eight rounds were not enough
    expect(batches.electrons).toBeLessThanOrEqual(64);
  });

  it('R9: electrons leave their energy in the body but for what they radiate and what crosses into air', async () => {
    const { electronGy } = await doseOf('every particle', 5);
    const { grid, decays } = await thePatient;
    const { electronEnergyMev } = await sourceSpectrum('Lu-177', 'parent alone');
    const joulePerGray = 1e-3 * 0.442 ** 3;
    const absorbed = electronGy.reduce((sum, gray, voxel) => sum + gray * joulePerGray * (grid.densityGPerMl[voxel] ?? 0), 0);
    const emitted = decays.reduce((sum, count) => sum + count, 0) * electronEnergyMev * JOULE_PER_MEV;
    // Less than 0.1 % of the energy is radiated; spectra as bands keep their mean to 0.05 %.
    expect(Math.abs(absorbed / emitted - 1)).toBeLessThan(2e-3);
  });
});
