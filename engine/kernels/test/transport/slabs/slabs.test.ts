import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JOULE_PER_MEV, referenceMaterial, sourceSpectrum, type KernelMedium } from '@graywise/physics';
import { loadTransportMaterial } from '../../../src/transport/loadTransportMaterial.js';
import { monteCarloDose } from '../../../src/transport/monteCarlo/monteCarloDose.js';

/** Made by engine/kernels/tools/compareEnginesInSlabs.mjs: energy (MeV per decay of a layer) and its uncertainty by the native oracle; null below 5 % of the largest dose. */
interface Profile {
  readonly nuclide: string;
  readonly slab: string;
  readonly activeIn: string;
  readonly media: readonly KernelMedium[];
  readonly active: readonly boolean[];
  readonly judgedMev: readonly (readonly [number, number] | null)[];
}
const { layerCm, profiles } = JSON.parse(readFileSync(join(__dirname, 'analogProfiles.json'), 'utf8')) as {
  layerCm: number;
  profiles: Profile[];
};
/** Layers without sides: one voxel of a hundred metres. */
const WITHOUT_SIDES_CM = 1e4;

/** Energy of each layer by Monte Carlo, and its uncertainty. */
async function transported({ nuclide, media, active }: Profile): Promise<[number, number][]> {
  const names = [...new Set(media)];
  const tissues = names.map(referenceMaterial);
  const densities = media.map(medium => referenceMaterial(medium).densityGPerMl);
  const { electronGy, photonGy, uncertaintyGy } = await monteCarloDose({
    grid: {
      size: [1, 1, media.length],
      spacingCm: [WITHOUT_SIDES_CM, WITHOUT_SIDES_CM, layerCm],
      densityGPerMl: Float32Array.from(densities),
      materialIndex: Uint8Array.from(media, medium => names.indexOf(medium)),
      materials: await Promise.all(tissues.map(loadTransportMaterial)),
    },
    decays: Float64Array.from(active, Number),
    spectrum: await sourceSpectrum(nuclide, 'parent alone'),
    mode: 'every particle',
    relativeError: 0.008,
    seed: 1,
  });
  const mevPerGray = densities.map(density => (density * WITHOUT_SIDES_CM ** 2 * layerCm * 1e-3) / JOULE_PER_MEV);
  return mevPerGray.map((mev, layer) => [
    ((electronGy[layer] ?? NaN) + (photonGy[layer] ?? NaN)) * mev,
    (uncertaintyGy[layer] ?? NaN) * mev,
  ]);
}

describe('slabs of lung and bone', () => {
  it.each(profiles.map(profile => [profile.nuclide, profile.slab, profile.activeIn, profile] as const))(
    'R10: %s, %s, activity in the %s: Monte Carlo within 1 % and statistics of the native oracle, above 5 % of the largest dose',
    async (_nuclide, _slab, _activeIn, profile) => {
      const layers = (await transported(profile)).flatMap(([mev, uncertainty], layer) => {
        const judged = profile.judgedMev[layer];
        return judged ? [{ difference: mev / judged[0] - 1, uncertainty: Math.hypot(uncertainty, judged[1]) / judged[0] }] : [];
      });
      expect(layers.length).toBeGreaterThan(5);
      // A layer: 1 %, and three standard deviations of statistics, of which the tails of the judge have up to 1 %.
      for (const { difference, uncertainty } of layers) expect(Math.abs(difference)).toBeLessThan(0.01 + 3 * uncertainty);
      // All layers, which have all but no statistics left: half of that.
      const weights = layers.map(({ uncertainty }) => uncertainty ** -2);
      const mean = layers.reduce((sum, { difference }, layer) => sum + difference * (weights[layer] ?? NaN), 0);
      expect(Math.abs(mean / weights.reduce((sum, weight) => sum + weight, 0))).toBeLessThan(0.005);
    },
  );

  it('R10: the oracle gives anew, in a short run, what its long run gave', () => {
    const tool = join(__dirname, '..', '..', '..', 'tools', 'compareEnginesInSlabs.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [tool, '0.02', 'Lu-177'], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const [monteCarlo = ''] = stdout.split('## The kernel');
    const rows = monteCarlo.split('\n').filter(line => line.startsWith('| Lu-177'));
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      const [, , , , , mean = '', , chiSquare = ''] = row.split('|');
      const [difference = NaN, uncertainty = NaN] = mean.replace('%', '').split('±').map(Number);
      expect(Math.abs(difference)).toBeLessThan(3.5 * uncertainty);
      // Of six to eight layers: above 2.7 once in three hundred runs of independent layers.
      expect(Number(chiSquare)).toBeLessThan(3.5);
    }
  });
});
