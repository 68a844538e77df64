import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConvolution } from '@graywise/kernels';
import { buildNative, machineLanes } from '../../engine/kernels/tools/buildNative.mjs';
import { cpuSeconds } from '../measure/cpuSeconds.mjs';
import { interleaved } from '../measure/interleaved.mjs';
import { startContender } from '../measure/startContender.mjs';

/** The convolution of a dose kernel: against SciPy's, against the same C natively, its error and its memory. */
const CASES = [
  { size: [128, 128, 128], half: 10 },
  { size: [128, 128, 128], half: 20 },
  { size: [128, 128, 128], half: 45 },
  { size: [256, 256, 200], half: 20 },
];
const REPEATS = 9;
const script = join(import.meta.dirname, '..', 'baselines', 'fftconvolve.py');
const folder = join(import.meta.dirname, '..', '..', '.work', 'bench');

export default async function* lines({ python, gcc }) {
  mkdirSync(folder, { recursive: true });
  for (const { size, half } of CASES) {
    const files = ['octant', 'volume', 'result'].map(name => join(folder, `convolution-${process.pid}-${name}`));
    try {
      yield* linesOf(size, half, files, python, gcc);
    } finally {
      for (const file of files) rmSync(file, { force: true });
    }
  }
}

async function* linesOf(size, half, [octantFile, volumeFile, resultFile], python, gcc) {
  const [nx, ny, nz] = size;
  const name = `convolution ${nx === nz ? `${nx}^3` : size.join('x')} * ${2 * half + 1}^3`;
  const volume = activity(nx * ny * nz);
  const kernelOctant = doseKernel(half);
  writeFileSync(octantFile, kernelOctant);
  writeFileSync(volumeFile, volume);
  const convolution = await createConvolution({ size, kernelHalfSize: [half, half, half], kernelOctant });
  const result = new Float32Array(volume.length);
  const contenders = { wasm: () => cpuSeconds(() => convolution.convolve(volume, result)) };
  const numbers = [...size, half, half, half];
  const started = {};
  if (gcc) {
    started.native = startContender(buildNative('convolution'), [...numbers, octantFile, volumeFile]);
    started.nativeOnFourLanes = startContender(buildNative('convolution', { lanes: 4 }), [...numbers, octantFile, volumeFile]);
  }
  if (python)
    for (const kind of ['float32', 'float64']) started[kind] = startContender(python, [script, kind, ...numbers, octantFile, volumeFile]);
  for (const [contender, { ask }] of Object.entries(started)) contenders[contender] = () => ask();
  const best = await interleaved(REPEATS, contenders);
  const milliseconds = value => `${(1000 * value).toFixed(1)} ms`;

  for (const [kind, must, aim] of [
    ['float64', 5, 8],
    ['float32', 3.5, 5],
  ])
    yield {
      what: `${name} against scipy ${kind}`,
      figure: python ? best[kind] / best.wasm : null,
      unit: 'x',
      must,
      aim,
      better: 'higher',
      note: python ? `${milliseconds(best.wasm)} against ${milliseconds(best[kind])}` : 'python3-scipy is missing',
    };
  if (python) {
    const greatest = await started.float64.ask(`write ${resultFile}`);
    const bytes = readFileSync(resultFile);
    const judge = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
    const error = result.reduce((most, value, voxel) => Math.max(most, Math.abs(value - judge[voxel])), 0) / greatest;
    yield { what: `${name}, error over maximum`, figure: error, unit: '', must: 1e-6, better: 'lower', note: 'against scipy float64' };
  }
  yield {
    what: `${name}, native over WebAssembly time`,
    figure: gcc ? best.native / best.wasm : null,
    unit: 'x',
    must: 0.6,
    aim: 0.75,
    better: 'higher',
    note: gcc
      ? `native ${milliseconds(best.native)} on ${machineLanes()} lanes by gcc -O3 -march=native; on WebAssembly's 4 lanes ${milliseconds(best.nativeOnFourLanes)}, ratio ${(best.nativeOnFourLanes / best.wasm).toFixed(2)}`
      : 'gcc is missing',
  };
  yield {
    what: `${name}, memory against scipy float32`,
    figure: python ? convolution.memoryBytes / (await started.float32.ask('peak')) : null,
    unit: 'x',
    must: 0.3,
    aim: 0.15,
    better: 'lower',
    note: python
      ? `${(convolution.memoryBytes / 2 ** 20).toFixed(1)} MiB of WebAssembly; the peak holds volume and result too`
      : 'python3-scipy is missing',
  };
  for (const { end } of Object.values(started)) await end();
}

/** Few hot voxels on a low background. */
function activity(voxels) {
  let state = 1;
  return Float32Array.from({ length: voxels }, () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32) ** 8);
}

/** A kernel that falls as a dose kernel does, within a few voxels and then with the square of distance. */
function doseKernel(half) {
  const octant = new Float32Array((half + 1) ** 3);
  let place = 0;
  for (let z = 0; z <= half; z++)
    for (let y = 0; y <= half; y++)
      for (let x = 0; x <= half; x++) octant[place++] = Math.exp(-Math.hypot(x, y, z)) + 1e-3 / (1 + x * x + y * y + z * z);
  return octant;
}
