import type { Convolution } from './Convolution.js';

/** Convolutions by a caller's key (radionuclide, medium, grid), so that each kernel's spectrum is worked out once. What was used last stays longest. */
export class ConvolutionCache {
  private readonly kept = new Map<string, Promise<Convolution>>();
  private readonly most: number;

  /** `most` is how many are kept; each holds its memory (`Convolution.memoryBytes`). */
  constructor(most: number) {
    this.most = most;
  }

  /** The convolution of a key, created when it is not there. */
  get(key: string, create: () => Promise<Convolution>): Promise<Convolution> {
    const found = this.kept.get(key) ?? create();
    this.kept.delete(key);
    this.kept.set(key, found);
    // One that could not be made is not kept.
    found.catch(() => this.kept.delete(key));
    for (const oldest of [...this.kept.keys()].slice(0, Math.max(0, this.kept.size - this.most))) this.kept.delete(oldest);
    return found;
  }
}
