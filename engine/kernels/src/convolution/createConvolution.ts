import { GraywiseError } from '@graywise/physics';
import { CONVOLUTION_WASM } from '../generated/convolutionWasm.js';
import { WasmArena } from '../wasm/WasmArena.js';
import { Convolution, type ConvolutionExports } from './Convolution.js';

type Triple = readonly [x: number, y: number, z: number];

/** A kernel that is the same on both sides along each axis. */
export interface ConvolutionRequest {
  /** Voxels of the volumes along x, y, z. */
  readonly size: Triple;
  /** How many voxels the kernel reaches to each side. */
  readonly kernelHalfSize: Triple;
  /** The kernel at 0 to half size along each axis, [z][y][x], x fastest. */
  readonly kernelOctant: Float32Array | Float64Array;
}

/**
 * Prepares the convolution of volumes of one size with one kernel: the kernel's spectrum is worked out here and kept.
 *
 * The method is in c/convolution/plan.h. The result's bits are the same in Node, in every browser and natively. Throws GW_MEMORY when the memory of the page
 * or process is at its end.
 */
export async function createConvolution({ size, kernelHalfSize, kernelOctant }: ConvolutionRequest): Promise<Convolution> {
  const values = kernelHalfSize.reduce((product, half) => product * (half + 1), 1);
  if (kernelOctant.length !== values) throw new RangeError(`Expected an octant of ${values} values, found ${kernelOctant.length}.`);
  const arena = await WasmArena.start<ConvolutionExports>(CONVOLUTION_WASM);
  const octantAddress = arena.place(Float32Array.from(kernelOctant));
  const plan = arena.exports.createConvolution(...size, ...kernelHalfSize, octantAddress) >>> 0;
  if (plan === 0) throw new GraywiseError('GW_MEMORY', { found: (spectrumBytes(size, kernelHalfSize) / 2 ** 20).toFixed(0) });
  return new Convolution(arena, plan, size);
}

/** The spectrum of the volume is by far the largest block: complex, half of it along y, which alone is padded. */
function spectrumBytes([nx, ny, nz]: Triple, kernelHalfSize: Triple): number {
  return nx * nz * (ny + kernelHalfSize[1]) * Float32Array.BYTES_PER_ELEMENT;
}
