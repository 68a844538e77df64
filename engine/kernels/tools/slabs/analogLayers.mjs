import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collisionMoments, ELECTRON_SETTINGS, electronBands, photonBands, spectrumTable } from '@graywise/kernels';
import { AVOGADRO_PER_MOL, electronsPerMass, elementsOf, energyGrid, meanExcitationEnergy } from '@graywise/physics';
import { startContender } from '../../../../bench/measure/startContender.mjs';
import { buildNative } from '../buildNative.mjs';
import { writeTransportCase } from '../writeTransportCase.mjs';
import { layeredGrid } from './layeredGrid.mjs';
import { layerStatistics, sumOfLayers } from './layerStatistics.mjs';

const BATCHES = 40;
/** Delta rays are events of their own from 10 keV, electrons are followed to 5 keV. */
const SETTINGS = { ...ELECTRON_SETTINGS, deltaCutoffMev: 0.01, absorptionMev: 0.005 };
/** What crosses a face comes from so many layers beside it: they have most of the histories. */
const NEAR_LAYERS = 2;
const NEAR_SHARE = 0.75;
const PHOTON_HISTORIES = 4_000_000;

/**
 * Energy (MeV per decay of a layer) that layers absorb of electrons, by the native oracle collision by collision (oracle/analogElectrons.h); the
 * photons that electrons radiate from interaction to interaction.
 */
export async function analogElectronLayers({ layers, histories, spectrum }, { folder, scale }) {
  // Electrons of high energy carry the tails: they are drawn more often, and weigh less.
  const table = spectrumTable(electronBands(spectrum.betaSpectra, spectrum.electronLines), energyMev => energyMev ** 2);
  const { grid, decays, tissues } = await layeredGrid(layers, { settings: SETTINGS });
  const isNear = layers.map((layer, index) =>
    layers.some((other, place) => other.medium !== layer.medium && Math.abs(place - index) <= NEAR_LAYERS),
  );
  const parts = [];
  for (const near of [true, false]) {
    const chosen = decays.map((count, place) => (isNear[place] === near ? count : 0));
    if (!chosen.some(count => count > 0)) continue;
    writeTransportCase(folder, grid, { kind: 'photons', decays: chosen, spectrum: table });
    writeElements(folder, tissues);
    parts.push(await batchesOf(folder, near ? 'analog 9' : 'analog 10', chosen, scale * histories * (near ? NEAR_SHARE : 1 - NEAR_SHARE)));
  }
  rmSync(folder, { recursive: true });
  return sumOfLayers(...parts);
}

/** The same of the photons of decays. */
export async function analogPhotonLayers({ layers, spectrum }, { folder, scale }) {
  const bands = photonBands(spectrum.photonLines);
  const { grid, decays } = await layeredGrid(layers, {});
  writeTransportCase(folder, grid, { kind: 'photons', decays, spectrum: spectrumTable(bands) });
  const found = await batchesOf(folder, 'photons 11', decays, scale * PHOTON_HISTORIES);
  rmSync(folder, { recursive: true });
  return found;
}

/** The atoms of each tissue, and the scattering by collisions with electrons that are no events. */
function writeElements(folder, tissues) {
  tissues.forEach((tissue, number) => {
    const columns = elementsOf(tissue).flatMap(({ z, massFraction, atomicMass }) => [z, (AVOGADRO_PER_MOL * massFraction) / atomicMass]);
    const electrons = [electronsPerMass(tissue), meanExcitationEnergy(tissue) * 1e-6];
    const soft = energyGrid().map(mev => collisionMoments(mev, SETTINGS.deltaCutoffMev, ...electrons).softFirstTransport);
    writeFileSync(join(folder, `elements${number}`), Float64Array.from(columns));
    writeFileSync(join(folder, `softTransport${number}`), soft);
  });
}

/** Batches of what the oracle is asked for: `analog SEED` or `photons SEED`, these by its analog estimator. */
async function batchesOf(folder, question, decays, histories) {
  const oracle = startContender(buildNative('transport'), [folder]);
  const perBatch = Math.ceil(histories / BATCHES);
  const perHistory = decays.reduce((sum, count) => sum + count, 0) / perBatch;
  const estimates = [];
  for (let batch = 0; batch < BATCHES; batch++) {
    await oracle.ask(`${question} ${batch} ${perBatch} 0`);
    const bytes = readFileSync(join(folder, 'result'));
    estimates.push(
      new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)).map(mev => mev * perHistory),
    );
  }
  await oracle.end();
  return layerStatistics(estimates);
}
