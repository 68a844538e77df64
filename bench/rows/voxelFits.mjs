import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fitVoxelsBiExponential, fitVoxelsMonoExponential, hours } from '@graywise/physics';
import { cpuSeconds } from '../measure/cpuSeconds.mjs';
import { interleaved } from '../measure/interleaved.mjs';
import { seededNoise } from '../measure/seededNoise.mjs';
import { startContender } from '../measure/startContender.mjs';

const CURVES = 10_000;
/** Ours fits the same curves this many times over in one turn: one time is too short to be measured. */
const COPIES = 20;
const REPEATS = 3;
/** Lu-177, h. */
const HALF_LIFE = 159.528;

const MODELS = [
  {
    name: 'one exponential',
    key: 'mono',
    times: [4, 24, 72, 168],
    curve: oneExponential,
    noise: 0.08,
    fit: fitVoxelsMonoExponential,
    must: 200,
    aim: 400,
  },
  {
    name: 'two phases',
    key: 'bi',
    times: [1, 4, 24, 72, 168],
    curve: twoPhases,
    noise: 0.04,
    fit: fitVoxelsBiExponential,
    must: 100,
    aim: 200,
  },
];

/** Fits of 10,000 random curves, weighted by 1/y^2, against scipy.optimize.curve_fit called for each. */
export default async function* lines({ python }) {
  for (const model of MODELS) yield* linesOf(model, python);
}

async function* linesOf({ name, key, times, curve, noise, fit, must, aim }, python) {
  const speed = { what: `voxel fits, ${name}, against scipy curve_fit per voxel`, unit: 'x', must, aim, better: 'higher' };
  const fidelity = { what: `voxel fits, ${name}, sum of squares above SciPy's, the most of 10,000`, unit: '', must: 1e-6, better: 'lower' };
  const curves = randomCurves(times, curve, noise);
  const copies = voxels(times, curves, COPIES);
  const ours = async () => (await cpuSeconds(() => fit(copies))) / (CURVES * COPIES);
  if (!python) {
    const { perFit } = await interleaved(REPEATS, { perFit: ours });
    yield { ...speed, figure: null, note: `SciPy is missing; ours: ${(1 / perFit / 1e6).toFixed(2)} million fits per second and core` };
    yield { ...fidelity, figure: null, note: 'SciPy is missing' };
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'graywise-bench-'));
  const file = join(folder, 'curves.float32');
  writeFileSync(file, Float32Array.from(curves.flat()));
  const scipy = startContender(python, [join(import.meta.dirname, '../baselines/voxelFits.py'), key, file, HALF_LIFE, ...times]);
  try {
    const { own, theirs } = await interleaved(REPEATS, { own: ours, theirs: async () => (await scipy.ask('time')).cpuSeconds / CURVES });
    const rate = `${(1 / own / 1e6).toFixed(2)} million fits per second and core, SciPy ${(theirs * 1e6).toFixed(0)} us each`;
    yield { ...speed, figure: theirs / own, note: rate };
    const { sumsOfSquares } = await scipy.ask('sums of squares');
    yield { ...fidelity, ...excess(fit(voxels(times, curves, 1)).sumOfSquares, sumsOfSquares) };
  } finally {
    await scipy.end();
    rmSync(folder, { recursive: true });
  }
}

/** Where SciPy found no solution, or one above ours, nothing is held against us; how often is said. */
function excess(ours, theirs) {
  const excesses = theirs.map((sum, index) => (sum === null ? -Infinity : (ours[index] - sum) / sum));
  const equal = excesses.filter(share => Math.abs(share) <= 1e-6).length;
  const lower = excesses.filter(share => share < -1e-6).length;
  return {
    figure: Math.max(0, ...excesses),
    note: `${equal} equal to 1e-6, ${lower} lower than SciPy's (its single start ended elsewhere, or early)`,
  };
}

function randomCurves(times, curve, noise) {
  const { uniform, normal } = seededNoise(2026);
  return Array.from({ length: CURVES }, () => {
    const clean = curve(uniform, times);
    return clean.map(value => Math.fround(Math.max(0, value * (1 + noise * normal()))));
  });
}

const halfLifeCurve = (amplitude, halfLife, times) => times.map(time => amplitude * 2 ** (-time / halfLife));

function oneExponential(uniform, times) {
  return halfLifeCurve(10 ** uniform(2, 6), uniform(10, 170), times);
}

/** Half of them fast clearance, half of them uptake. */
function twoPhases(uniform, times) {
  const amplitude = 10 ** uniform(2, 6);
  const share = uniform(0, 1) < 0.5 ? -uniform(0.3, 1) : uniform(0.3, 2);
  const fast = halfLifeCurve(amplitude * share, uniform(1, 7), times);
  return halfLifeCurve(amplitude, uniform(20, 120), times).map((value, point) => value + fast[point]);
}

function voxels(times, curves, copies) {
  const geometry = {
    size: [curves.length, copies, 1],
    spacingMm: [4, 4, 4],
    originLps: [0, 0, 0],
    direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    frameOfReferenceUid: '1.2.3',
  };
  const repeated = Array.from({ length: copies }, () => curves).flat();
  return {
    concentrations: times.map((_, point) => ({ geometry, unit: 'Bq/mL', data: Float32Array.from(repeated, curve => curve[point]) })),
    afterAdministration: times.map(hours),
    physicalHalfLife: hours(HALF_LIFE),
  };
}
