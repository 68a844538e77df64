import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { referenceMaterial, sourceSpectrum } from '@graywise/physics';
import { loadTransportMaterial } from '../../src/transport/loadTransportMaterial.js';
import { photonBands } from '../../src/transport/photonBands.js';
import { spectrumTable } from '../../src/transport/spectrumTable.js';
import { transportCase } from '../../src/transport/transportCase.js';
import { TransportModule } from '../../src/transport/TransportModule.js';
import type { TransportGrid } from '../../src/transport/transportGrid.js';
import type { PhotonSource } from '../../src/transport/transportTask.js';

const SIZE = 10;
const VOXELS = SIZE ** 3;
const SEED = 6;
const HISTORIES = 4000;

/** Layers of tissue, lung and bone, decays of a nuclide whose photons reach from X-rays to pair production. */
async function layeredPatient(): Promise<{ grid: TransportGrid; source: PhotonSource }> {
  const tissues = (['soft-tissue', 'lung', 'bone'] as const).map(referenceMaterial);
  const layerOf = (voxel: number): number => Math.floor(voxel / SIZE ** 2) % 3;
  const grid: TransportGrid = {
    size: [SIZE, SIZE, SIZE],
    spacingCm: [0.4, 0.5, 0.6],
    densityGPerMl: Float32Array.from({ length: VOXELS }, (_unused, voxel) => tissues[layerOf(voxel)]?.densityGPerMl ?? NaN),
    materialIndex: Uint8Array.from({ length: VOXELS }, (_unused, voxel) => layerOf(voxel)),
    materials: await Promise.all(tissues.map(loadTransportMaterial)),
  };
  const { photonLines } = await sourceSpectrum('Re-188', 'parent alone');
  const decays = Float64Array.from({ length: VOXELS }, (_unused, voxel) => 1 + (voxel % 7));
  return { grid, source: { kind: 'photons', decays, spectrum: spectrumTable(photonBands(photonLines)), historiesPerBatch: HISTORIES } };
}

describe('photons through voxels', () => {
  it.each([
    ['optimised', []],
    ['under the sanitizers', ['--sanitize']],
  ])('R5: the same bits in WebAssembly and natively, %s, by both estimators', async (_how, options) => {
    const { grid, source } = await layeredPatient();
    const module = await TransportModule.start(grid);
    module.setSource(source.decays);
    module.setSpectrum(source.spectrum);
    const native = startNative(grid, source, options);
    try {
      for (const [estimator, number] of [
        ['analog', 0],
        ['track length', 1],
      ] as const) {
        const { absorbedMev } = module.runPhotons({ seed: SEED, batch: 3, histories: HISTORIES }, estimator);
        const judge = native.ask(`photons ${SEED} 3 ${HISTORIES} ${number}`);
        expect(absorbedMev.some(energy => energy > 0)).toBe(true);
        expect(judge.map(energy => energy / HISTORIES)).toEqual(absorbedMev);
      }
    } finally {
      native.end();
    }
  });
});

function startNative(grid: TransportGrid, source: PhotonSource, options: readonly string[]) {
  const tool = join(__dirname, '..', '..', 'tools', 'buildNative.mjs');
  const built = spawnSync(process.execPath, [tool, 'transport', ...options], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  const folder = mkdtempSync(join(tmpdir(), 'graywise-photon-bits-'));
  for (const [name, array] of transportCase(grid, source)) writeFileSync(join(folder, name), array);
  return {
    ask(line: string): Float64Array {
      const env = { ...process.env, ASAN_OPTIONS: 'detect_leaks=0' };
      const { status, stderr } = spawnSync(built.stdout.trim(), [folder], { input: `${line}\n`, encoding: 'utf8', env });
      if (status !== 0) throw new Error(stderr);
      const bytes = readFileSync(join(folder, 'result'));
      return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
    },
    end(): void {
      rmSync(folder, { recursive: true });
    },
  };
}
