import { poissonSample } from '../random/poissonSample.js';
import type { RandomSource } from '../random/randomSource.js';

/** Counts with the noise of an acquisition that saw `detectedShare` of them: Poisson numbers of the detected counts, scaled back. In place. */
export function addCountingNoise(counts: Float32Array, detectedShare: number, random: RandomSource): void {
  for (let i = 0; i < counts.length; i++) counts[i] = poissonSample((counts[i] ?? 0) * detectedShare, random) / detectedShare;
}
