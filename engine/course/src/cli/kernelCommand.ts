import { writeFile } from 'node:fs/promises';
import { transportedPointKernel } from '@graywise/kernels';
import { GraywiseError, kernelSum, nuclidePointKernel, referenceMaterial, voxelKernelOf, type RadialKernel } from '@graywise/physics';
import { kernelJson } from './kernelJson.js';
import { mediumOf, scatteringOf } from './kernelArguments.js';
import type { Arguments } from './readArguments.js';
import { spectrumOf } from './spectrumOf.js';
import { table } from './table.js';

/** Where the kernel ends when `--range-mm` does not say: it then holds what electrons and most of what soft photons leave. */
const RANGE_MM = 100;
/** And no more voxels than this on a side of the active one. */
const MOST_VOXELS = 40;

/** `graywise kernel`: how much of a decay's energy each voxel around a uniformly active one absorbs. The whole kernel goes to `--out`. */
export async function kernelCommand(given: Arguments): Promise<void> {
  const voxelMm = voxelOf(given);
  const point = await pointKernel(given);
  const rangeMm = given.number('range-mm', 0);
  const half = (sideMm: number): number => Math.min(rangeMm === null ? MOST_VOXELS : Infinity, Math.ceil((rangeMm ?? RANGE_MM) / sideMm));
  const kernel = voxelKernelOf({ kernel: point, voxelMm, halfSize: [half(voxelMm[0]), half(voxelMm[1]), half(voxelMm[2])] });
  const answer = kernelJson(kernel, kernelSum(kernel), point, scatteringOf(given));
  const out = given.text('out');
  if (out !== null) await writeFile(out, `${JSON.stringify(answer.whole)}\n`);
  process.stdout.write(given.flag('json') ? `${JSON.stringify(answer.summary, null, 2)}\n` : kernelTable(answer.summary));
}

/** With `--scattering` the electrons are transported anew. */
async function pointKernel(given: Arguments): Promise<RadialKernel> {
  const spectrum = await spectrumOf(given);
  const medium = mediumOf(given);
  const { densityGPerMl } = referenceMaterial(medium);
  if (given.text('scattering') === null) return nuclidePointKernel(spectrum, medium, densityGPerMl);
  return transportedPointKernel({ spectrum, medium, densityGPerMl, scattering: scatteringOf(given) });
}

function voxelOf(given: Arguments): [number, number, number] {
  const text = given.text('voxel') ?? '';
  const sides = text.split(',').map(side => (side.trim() === '' ? NaN : Number(side)));
  const [x = NaN, y = NaN, z = NaN] = sides;
  if (sides.length !== 3 || !sides.every(side => side > 0 && Number.isFinite(side)))
    throw new GraywiseError('GW_USAGE', { expected: '--voxel X,Y,Z in mm, each above 0', found: text === '' ? 'none' : text });
  return [x, y, z];
}

function kernelTable(summary: ReturnType<typeof kernelJson>['summary']): string {
  const rows = Object.entries(summary.neighbours).map(([offset, value]) => [offset, value.toExponential(4)]);
  const head = `${summary.nuclide} in ${summary.medium} of ${String(summary.density_g_per_mL)} g/mL, voxels of ${summary.voxel_mm.join(' x ')} mm\n`;
  const energy = `Energy in the kernel ${summary.energyInKernel_MeV.toFixed(5)} MeV, with what lies beyond ${summary.energySum_MeV.toFixed(5)}, emitted ${summary.energyEmitted_MeV.toFixed(5)} MeV per decay\n`;
  return `${head}\n${table(['offset', 'mGy/(MBq s)'], [['0,0,0', summary.self_mGy_per_MBq_s.toExponential(4)], ...rows])}\n${energy}`;
}
