import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TransportModule, electronBands, loadTransportMaterial, spectrumTable } from '@graywise/kernels';
import { referenceMaterial, sourceSpectrum } from '@graywise/physics';
import { buildNative } from '../../engine/kernels/tools/buildNative.mjs';
import { writeTransportCase } from '../../engine/kernels/tools/writeTransportCase.mjs';
import { cpuSeconds } from '../measure/cpuSeconds.mjs';
import { interleaved } from '../measure/interleaved.mjs';
import { startContender } from '../measure/startContender.mjs';

const REPEATS = 7;
const SIZE = 32;
const HISTORIES = 100_000;
const SEED = 1;

/** Y-90 in every voxel of a cube of 4.42 mm voxels, soft tissue with a core of bone: the same batch by WebAssembly and by gcc from the same C. */
export default async function* lines({ gcc }) {
  const row = { what: 'electrons: WebAssembly against native', unit: 'x', must: 0.75, aim: 0.9, better: 'higher' };
  if (!gcc) {
    yield { ...row, figure: null, note: 'gcc is missing' };
    return;
  }
  const grid = await cube();
  const source = await electronsOf('Y-90', grid);
  const folder = mkdtempSync(join(tmpdir(), 'graywise-electrons-'));
  writeTransportCase(folder, grid, source);
  const module = await TransportModule.start(grid);
  const native = startContender(buildNative('transport'), [folder]);
  const best = await interleaved(REPEATS, {
    wasm: () => cpuSeconds(() => module.runBatches([source], { seed: SEED, firstBatch: 0, batches: 1 })),
    native: () => native.ask(`electrons ${SEED} 0`),
  });
  await native.end();
  rmSync(folder, { recursive: true });
  const perSecond = seconds => `${(HISTORIES / seconds / 1000).toFixed(0)}e3`;
  yield {
    ...row,
    figure: best.native / best.wasm,
    note: `Y-90, histories a second: ${perSecond(best.wasm)} by WebAssembly, ${perSecond(best.native)} by gcc -O3 -march=native`,
  };
}

async function cube() {
  const voxels = SIZE ** 3;
  const isBone = voxel =>
    [voxel % SIZE, Math.floor(voxel / SIZE) % SIZE, Math.floor(voxel / SIZE ** 2)].every(place => place >= 12 && place < 20);
  const materials = await Promise.all(['soft-tissue', 'bone'].map(name => loadTransportMaterial(referenceMaterial(name))));
  return {
    size: [SIZE, SIZE, SIZE],
    spacingCm: [0.442, 0.442, 0.442],
    densityGPerMl: Float32Array.from({ length: voxels }, (_unused, voxel) => (isBone(voxel) ? 1.92 : 1.03)),
    materialIndex: Uint8Array.from({ length: voxels }, (_unused, voxel) => Number(isBone(voxel))),
    materials,
  };
}

async function electronsOf(nuclide, { densityGPerMl }) {
  const { betaSpectra, electronLines, electronEnergyMev } = await sourceSpectrum(nuclide, 'parent alone');
  return {
    kind: 'electrons',
    decays: new Float64Array(densityGPerMl.length).fill(1),
    historiesPerBatch: new Float64Array(densityGPerMl.length).fill(HISTORIES / densityGPerMl.length),
    spectrum: spectrumTable(electronBands(betaSpectra, electronLines)),
    energyPerDecayMev: electronEnergyMev,
  };
}
