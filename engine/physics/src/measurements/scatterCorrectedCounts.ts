import type { Contribution } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import type { Estimate } from '../quantities/estimate.js';

/** Counts of a photopeak window and of the two scatter windows beside it, with the widths of the three. */
export interface WindowCounts {
  readonly photopeak: number;
  readonly lower: number;
  readonly upper: number;
  readonly photopeakWidth: number;
  readonly lowerWidth: number;
  readonly upperWidth: number;
}

/**
 * Counts without scatter by the triple-energy window: N - (C_l / w_l + C_u / w_u) w / 2. Counts of the three windows are independent and of Poisson.
 *
 * Source: Ogawa et al., IEEE Trans. Med. Imaging 10 (1991) 408. The difference may be negative where there is nothing but noise.
 *
 * @param key - names the counts as one random variable
 */
export function scatterCorrectedCounts(windows: WindowCounts, key: string): Estimate {
  const half = windows.photopeakWidth / 2;
  const scatter = half * (windows.lower / windows.lowerWidth + windows.upper / windows.upperWidth);
  const variance = windows.photopeak + half * half * (windows.lower / windows.lowerWidth ** 2 + windows.upper / windows.upperWidth ** 2);
  const counts: Contribution = { source: 'counts', key, standardUncertainty: Math.sqrt(variance) };
  return makeEstimate(windows.photopeak - scatter, [counts]);
}
