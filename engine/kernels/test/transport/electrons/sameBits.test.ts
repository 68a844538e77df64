import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { referenceMaterial, sourceSpectrum } from '@graywise/physics';
import { electronBands } from '../../../src/transport/electrons/electronBands.js';
import { loadTransportMaterial } from '../../../src/transport/loadTransportMaterial.js';
import { spectrumTable } from '../../../src/transport/spectrumTable.js';
import { transportCase } from '../../../src/transport/transportCase.js';
import { TransportModule } from '../../../src/transport/TransportModule.js';
import type { TransportGrid } from '../../../src/transport/transportGrid.js';
import type { ElectronSource } from '../../../src/transport/transportTask.js';

const SIZE = 8;
const VOXELS = SIZE ** 3;

/** Layers of tissue, lung and bone in voxels of three different edges. */
async function layeredBox(): Promise<TransportGrid> {
  const tissues = (['soft-tissue', 'lung', 'bone'] as const).map(referenceMaterial);
  const layerOf = (voxel: number): number => Math.floor(voxel / SIZE ** 2) % 3;
  return {
    size: [SIZE, SIZE, SIZE],
    spacingCm: [0.2, 0.25, 0.3],
    densityGPerMl: Float32Array.from({ length: VOXELS }, (_unused, voxel) => tissues[layerOf(voxel)]?.densityGPerMl ?? NaN),
    materialIndex: Uint8Array.from({ length: VOXELS }, (_unused, voxel) => layerOf(voxel)),
    materials: await Promise.all(tissues.map(loadTransportMaterial)),
  };
}

async function yttrium(): Promise<ElectronSource> {
  const { betaSpectra, electronLines, electronEnergyMev } = await sourceSpectrum('Y-90', 'parent alone');
  const everywhere = (value: number): Float64Array => new Float64Array(VOXELS).fill(value);
  const spectrum = spectrumTable(electronBands(betaSpectra, electronLines));
  return { kind: 'electrons', decays: everywhere(1), historiesPerBatch: everywhere(4.5), spectrum, energyPerDecayMev: electronEnergyMev };
}

function runNatively(program: string, grid: TransportGrid, source: ElectronSource, line: string): Float64Array {
  const folder = mkdtempSync(join(tmpdir(), 'graywise-same-bits-'));
  try {
    for (const [name, array] of transportCase(grid, source)) writeFileSync(join(folder, name), array);
    const env = { ...process.env, ASAN_OPTIONS: 'detect_leaks=0' };
    const { status, stderr } = spawnSync(program, [folder], { input: `${line}\n`, encoding: 'utf8', env });
    if (status !== 0) throw new Error(stderr);
    const bytes = readFileSync(join(folder, 'result'));
    return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function oracle(...options: readonly string[]): string {
  const tool = join(__dirname, '..', '..', '..', 'tools', 'buildNative.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, 'transport', ...options], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

describe('electrons through voxels', () => {
  let grid: TransportGrid;
  let source: ElectronSource;
  beforeAll(async () => {
    [grid, source] = [await layeredBox(), await yttrium()];
  });

  it('E9: the same bits in WebAssembly and natively, optimised and under the sanitizers', async () => {
    const module = await TransportModule.start(grid);
    const ours = module.runBatches([source], { seed: 6, firstBatch: 3, batches: 1 }).sumMev;
    expect(runNatively(oracle(), grid, source, 'electrons 6 3')).toEqual(ours);
    expect(runNatively(oracle('--sanitize'), grid, source, 'electrons 6 3')).toEqual(ours);
  });

  it('E9: a batch depends on its number alone, not on the batches before it', async () => {
    const [first, second] = [await TransportModule.start(grid), await TransportModule.start(grid)];
    const together = first.runBatches([source], { seed: 6, firstBatch: 0, batches: 2 }).sumMev;
    const later = second.runBatches([source], { seed: 6, firstBatch: 1, batches: 1 }).sumMev;
    const earlier = second.runBatches([source], { seed: 6, firstBatch: 0, batches: 1 }).sumMev;
    expect(earlier.map((energy, voxel) => energy + (later[voxel] ?? NaN))).toEqual(together);
  });
});
