import {
  alphaAssumptions,
  alphaDose,
  GAS_G_PER_ML,
  JOULE_PER_MEV,
  kernelSum,
  modelUncertainty,
  nuclidePointKernel,
  referenceMaterial,
  voxelKernelOf,
  type DoseEngine,
  type DoseRequest,
  type DoseResult,
  type RadialKernel,
  type Volume,
  type VoxelKernel,
} from '@graywise/physics';
import { createConvolution } from '../convolution/createConvolution.js';

/** The kernel ends where it holds this share of the emitted energy, or at the furthest distance. */
const ENOUGH_OF_ENERGY = 0.999;
const FURTHEST_CM = 20;

/**
 * Absorbed dose by convolution with the kernel of a voxel of soft tissue (rules D6 and D12): the energy that a voxel would absorb in a uniform body, divided by
 * the voxel's own mass.
 */
export const voxelKernelEngine: DoseEngine = { name: 'voxelKernel', compute: kernelDose };

async function kernelDose(request: DoseRequest, onProgress?: (fraction: number, label: string) => void): Promise<DoseResult> {
  const { spectrum, timeIntegratedBqSPerMl } = request;
  const medium = referenceMaterial('soft-tissue');
  onProgress?.(0, `Kernel of ${spectrum.nuclide} in soft tissue`);
  const kernel = await latestKernel(spectrum, medium.densityGPerMl, timeIntegratedBqSPerMl);
  const label = `Convolution with the kernel of ${spectrum.nuclide}`;
  const { size } = timeIntegratedBqSPerMl.geometry;
  const convolution = await createConvolution({ size, kernelHalfSize: kernel.halfSize, kernelOctant: kernel.absorbedMev });
  const energyMevPerMl = new Float32Array(timeIntegratedBqSPerMl.data.length);
  for (const share of convolution.convolveInSteps(timeIntegratedBqSPerMl.data, energyMevPerMl)) onProgress?.(0.3 + 0.7 * share, label);
  const held = kernelSum(kernel) / kernel.emittedMev;
  const reachCm = Math.max(...kernel.halfSize.map((half, axis) => (half * (kernel.voxelMm[axis] ?? 0)) / 10));
  return {
    engine: 'voxelKernel',
    doseGy: doseOf(energyMevPerMl, request),
    alphaDoseGy: alphaDose(request),
    statisticalUncertaintyGy: null,
    assumptions: [
      spectrum.chain.sentence,
      `Energy spreads around every voxel as in unbounded soft tissue of ${String(medium.densityGPerMl)} g/mL; a voxel of another density has that energy divided by its own mass.`,
      `The kernel reaches ${reachCm.toFixed(1)} cm and holds ${(100 * held).toFixed(1)} % of the emitted energy; the rest counts as lost.`,
      ...alphaAssumptions(request),
    ],
    modelUncertainty: modelUncertainty(spectrum, {
      photonUncertainty: 0.1,
      reason: '10 % of the photon dose for what is no soft tissue, or outside the body, on the way',
    }),
  };
}

/** The kernels worked out last: cycles of one camera share theirs, and each takes seconds. */
const latest = new Map<string, Promise<VoxelKernel>>();
const MOST_KERNELS = 2;

function latestKernel(spectrum: DoseRequest['spectrum'], densityGPerMl: number, volume: Volume): Promise<VoxelKernel> {
  const { nuclide, assumption, electronEnergyMev, photonEnergyMev } = spectrum;
  const { size, spacingMm } = volume.geometry;
  const key = JSON.stringify([nuclide, assumption, electronEnergyMev, photonEnergyMev, densityGPerMl, size, spacingMm]);
  const known = latest.get(key);
  if (known) return known;
  const made = nuclidePointKernel(spectrum, 'soft-tissue', densityGPerMl).then(kernel => gridKernel(kernel, volume));
  latest.set(key, made);
  const [oldest] = latest.keys();
  if (latest.size > MOST_KERNELS && oldest !== undefined) latest.delete(oldest);
  return made;
}

/** The voxel kernel for a grid: as far as the point kernel carries energy, and no further than the grid is wide. */
function gridKernel(point: RadialKernel, { geometry: { size, spacingMm } }: Volume): VoxelKernel {
  const reachCm = Math.min(FURTHEST_CM, reachOf(point));
  const half = (axis: 0 | 1 | 2): number => Math.min(size[axis] - 1, Math.ceil((reachCm * 10) / spacingMm[axis]));
  return voxelKernelOf({ kernel: within(point, reachCm), voxelMm: spacingMm, halfSize: [half(0), half(1), half(2)] });
}

function reachOf({ radiiCm, electronMev, bremsstrahlungMev, photonMev, emittedMev }: RadialKernel): number {
  const enough = ENOUGH_OF_ENERGY * (emittedMev.electron + emittedMev.photon);
  return (
    radiiCm.find((_, index) => (electronMev[index] ?? 0) + (bremsstrahlungMev[index] ?? 0) + (photonMev[index] ?? 0) >= enough) ?? Infinity
  );
}

function within(kernel: RadialKernel, reachCm: number): RadialKernel {
  return { ...kernel, radiiCm: kernel.radiiCm.filter(radius => radius <= reachCm) };
}

/** Energy over mass; gas has no dose (rule D2). What the convolution leaves below zero is its rounding. */
function doseOf(energyMevPerMl: Float32Array, { timeIntegratedBqSPerMl: { geometry }, densityGPerMl }: DoseRequest): Volume<'Gy'> {
  const jouleGramPerKilogram = JOULE_PER_MEV * 1000;
  const data = energyMevPerMl.map((energyMev, voxel) => {
    const density = densityGPerMl.data[voxel] ?? 0;
    return density < GAS_G_PER_ML ? 0 : Math.max(0, (energyMev * jouleGramPerKilogram) / density);
  });
  return { geometry, unit: 'Gy', data };
}
