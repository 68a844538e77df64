import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TransportModule, spectrumTable } from '@graywise/kernels';
import { buildNative } from '../../engine/kernels/tools/buildNative.mjs';
import { writeTransportCase } from '../../engine/kernels/tools/writeTransportCase.mjs';
import { cpuSeconds } from '../measure/cpuSeconds.mjs';
import { heterogeneousPatient } from '../measure/heterogeneousPatient.mjs';
import { interleaved } from '../measure/interleaved.mjs';
import { startContender } from '../measure/startContender.mjs';

const REPEATS = 5;
const HISTORIES = 50_000;
/** Ours clears and copies the tallies of two million voxels in the time that is measured, natively it is not: so many histories that it is a few per cent. */
const HISTORIES_AGAINST_NATIVE = 400_000;
const SEED = 1;
const LINE = [{ lowestMev: 0.20837, widthMev: 0, perDecay: 1 }];

/** The gamma line of Lu-177 from a whole patient: both estimators by WebAssembly and by gcc, and the estimators against each other. */
export default async function* lines({ gcc }) {
  const { grid, decays } = await heterogeneousPatient();
  const source = { kind: 'photons', decays, spectrum: spectrumTable(LINE), historiesPerBatch: HISTORIES };
  const module = await TransportModule.start(grid);
  module.setSource(decays);
  module.setSpectrum(source.spectrum);
  yield* againstNative(gcc, grid, source, module);
  yield await estimators(module, decays);
}

async function* againstNative(gcc, grid, source, module) {
  const rowOf = estimator => ({
    what: `photons (${estimator}): WebAssembly against native`,
    unit: 'x',
    must: 0.8,
    aim: 0.9,
    better: 'higher',
  });
  if (!gcc) {
    yield { ...rowOf('analog'), figure: null, note: 'gcc is missing' };
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'graywise-photons-'));
  writeTransportCase(folder, grid, source);
  const native = startContender(buildNative('transport'), [folder]);
  for (const [number, estimator] of ['analog', 'track length'].entries()) {
    const best = await interleaved(REPEATS, {
      wasm: () => cpuSeconds(() => module.runPhotons({ seed: SEED, batch: 0, histories: HISTORIES_AGAINST_NATIVE }, estimator)),
      native: () => native.ask(`photons ${SEED} 0 ${HISTORIES_AGAINST_NATIVE} ${number}`),
    });
    const perSecond = seconds => `${(HISTORIES_AGAINST_NATIVE / seconds / 1000).toFixed(0)}e3`;
    yield {
      ...rowOf(estimator),
      figure: best.native / best.wasm,
      note: `208 keV, histories a second: ${perSecond(best.wasm)} by WebAssembly, ${perSecond(best.native)} by gcc -O3 -march=native`,
    };
  }
  await native.end();
  rmSync(folder, { recursive: true });
}

const BATCHES = 12;

/** Efficiency is one over variance times time; variance is the mean over the voxels of an organ, relative to the organ's mean. */
async function estimators(module, decays) {
  const analog = await costs(module, decays, 'analog');
  const trackLength = await costs(module, decays, 'track length');
  const gains = analog.map(({ organ, cost }, index) => ({ organ, gain: cost / trackLength[index].cost }));
  return {
    what: 'photons: efficiency of track length against analog, in the organ where it gains least',
    figure: Math.min(...gains.map(({ gain }) => gain)),
    unit: 'x',
    must: 8,
    aim: 20,
    better: 'higher',
    note: gains.map(({ organ, gain }) => `${organ} ${gain.toFixed(1)}`).join(', '),
  };
}

const ORGANS = { kidneys: 67, spleen: 30, liver: 8, background: 1 };

async function costs(module, decays, estimator) {
  const sum = new Float64Array(decays.length);
  const squares = new Float64Array(decays.length);
  let seconds = 0;
  for (let batch = 0; batch < BATCHES; batch++) {
    let tally;
    seconds += await cpuSeconds(() => (tally = module.runPhotons({ seed: SEED, batch, histories: HISTORIES }, estimator)));
    tally.absorbedMev.forEach((energy, voxel) => {
      sum[voxel] += energy;
      squares[voxel] += energy * energy;
    });
  }
  return Object.entries(ORGANS).map(([organ, activity]) => {
    let [energy, variance] = [0, 0];
    decays.forEach((value, voxel) => {
      if (value !== activity) return;
      energy += sum[voxel];
      variance += squares[voxel] / BATCHES - (sum[voxel] / BATCHES) ** 2;
    });
    return { organ, cost: (seconds * variance) / energy ** 2 };
  });
}
