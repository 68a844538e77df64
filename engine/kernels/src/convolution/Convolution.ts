import type { ArenaExports, WasmArena } from '../wasm/WasmArena.js';

/** What the module of the convolution exports; see c/convolution/convolution.c. */
export interface ConvolutionExports extends ArenaExports {
  createConvolution(nx: number, ny: number, nz: number, hx: number, hy: number, hz: number, octantAddress: number): number;
  slicesOf(plan: number): number;
  planesOf(plan: number): number;
  takeSlices(plan: number, z: number): void;
  filterPlane(plan: number, ky: number): void;
  giveSlices(plan: number, z: number): void;
}

/** Pairs of slices, or planes, between two reports of progress: a few milliseconds of work. */
const SLAB = 4;

/** A volume's convolution with one symmetric kernel, ready for any number of volumes of one size. Made by `createConvolution`. */
export class Convolution {
  private readonly arena: WasmArena<ConvolutionExports>;
  /** The address of the module's plan. */
  private readonly plan: number;
  private readonly size: readonly [number, number, number];
  private run = 0;

  constructor(arena: WasmArena<ConvolutionExports>, plan: number, size: readonly [number, number, number]) {
    this.arena = arena;
    this.plan = plan;
    this.size = size;
  }

  /** Bytes of WebAssembly memory that this convolution holds: half-spectrum of the volume, an eighth of the kernel's, and two slices. */
  get memoryBytes(): number {
    return this.arena.exports.memory.buffer.byteLength;
  }

  /**
   * The sum over all voxels of volume times kernel at their distance, at each voxel, in float32: within 1e-6 of its greatest value. Outside of the volume
   * all is zero. Nothing is clamped, so the result stays linear in the volume; where volume and kernel have no negatives, the caller may set to zero
   * the negatives of the size of that error.
   *
   * `volume` and `into` are [z][y][x], x fastest, and may be the same array.
   */
  convolve(volume: Float32Array, into = new Float32Array(volume.length)): Float32Array {
    const steps = this.convolveInSteps(volume, into);
    while (!steps.next().done);
    return into;
  }

  /**
   * The same, step by step: yields the share that is done (0 to 1) every few milliseconds. A caller who does not come back has cancelled; `into` is whole
   * only at the end. A new run ends one that was left.
   */
  *convolveInSteps(volume: Float32Array, into: Float32Array): Generator<number, void> {
    const [nx, ny, nz] = this.size;
    if (volume.length !== nx * ny * nz || into.length !== volume.length)
      throw new RangeError(`Expected volumes of ${nx} x ${ny} x ${nz} voxels, found ${volume.length} and ${into.length}.`);
    const { exports: module } = this.arena;
    const { plan } = this;
    const sliceLength = nx * ny;
    const slices = this.arena.view(Float32Array, module.slicesOf(plan) >>> 0, 2 * sliceLength);
    const takePair = (pair: number): void => {
      slices.set(volume.subarray(2 * pair * sliceLength, (2 * pair + 2) * sliceLength));
      module.takeSlices(plan, 2 * pair);
    };
    const givePair = (pair: number): void => {
      module.giveSlices(plan, 2 * pair);
      const target = into.subarray(2 * pair * sliceLength, (2 * pair + 2) * sliceLength);
      target.set(slices.subarray(0, target.length));
    };
    const steps = [
      { count: Math.ceil(nz / 2), work: 0.2, doAt: takePair },
      { count: module.planesOf(plan), work: 0.6, doAt: (ky: number): void => module.filterPlane(plan, ky) },
      { count: Math.ceil(nz / 2), work: 0.2, doAt: givePair },
    ];
    const run = ++this.run;
    let done = 0;
    for (const { count, work, doAt } of steps) {
      for (let first = 0; first < count; first += SLAB) {
        if (run !== this.run) throw new Error('This convolution has begun with another volume.');
        const end = Math.min(first + SLAB, count);
        for (let index = first; index < end; index++) doAt(index);
        yield done + (work * end) / count;
      }
      done += work;
    }
  }
}
