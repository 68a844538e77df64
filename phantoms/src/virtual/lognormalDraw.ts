import type { RandomSource } from '../random/randomSource.js';
import { normalDeviate } from './normalDeviate.js';
import type { LognormalSpread } from './virtualPopulation.js';

/** A number from a lognormal that is cut at both ends. */
export function lognormalDraw({ median, variation, least, greatest }: LognormalSpread, random: RandomSource): number {
  const deviation = Math.sqrt(Math.log1p(variation ** 2));
  for (;;) {
    const value = median * Math.exp(deviation * normalDeviate(random));
    if (value >= least && value <= greatest) return value;
  }
}
