import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourceSpectrum } from '@graywise/physics';
import { analogElectronLayers, analogPhotonLayers } from './analogLayers.mjs';
import { cubeLayers, kernelLayers, monteCarloLayers } from './engineLayers.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../../.work/slabs');
const MONTE_CARLO_ERROR = 0.012;
const CUBES_ERROR = 0.1;

/** Everything about one slab. `scale` multiplies the histories; what a run of full length (1) computed stays in .work/slabs until that is removed. */
export async function computeSlab(slabCase, scale) {
  mkdirSync(folder, { recursive: true });
  const name = [slabCase.nuclide, slabCase.slab, slabCase.activeIn, scale].join('-');
  const file = join(folder, `${name}.json`);
  if (scale === 1 && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const spectrum = await sourceSpectrum(slabCase.nuclide, 'parent alone');
  const found = await compute({ ...slabCase, spectrum }, { scale, folder: join(folder, `${name}-${process.pid}`) });
  if (scale === 1) writeFileSync(file, JSON.stringify(found));
  return found;
}

async function compute(given, options) {
  const error = 1 / Math.sqrt(options.scale);
  return {
    electrons: await analogElectronLayers(given, options),
    photons: await analogPhotonLayers(given, options),
    monteCarlo: await monteCarloLayers(given, MONTE_CARLO_ERROR * error),
    cubes: await cubeLayers(given, CUBES_ERROR * error),
    kernel: Array.from(await kernelLayers(given)),
  };
}
