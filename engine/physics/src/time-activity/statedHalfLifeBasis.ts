import { log1p } from '../numerics/log1p.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import type { Second } from '../quantities/quantity.js';
import type { HalfLifeBasis } from '../record/cycleVerification.js';

/** A half-life that a person stated: the median of a lognormal and its coefficient of variation. */
export interface StatedHalfLife {
  readonly halfLife: Second;
  readonly relativeUncertainty: number;
  /** Names it as a random variable, for regions and cycles that share one. Left out: the region. */
  readonly key?: string;
  /** Who says so, in words. Left out: a person. */
  readonly source?: string;
}

/** What a curve of one scan rests on when a person stated the half-life of region `where` (rule T7). */
export function statedHalfLifeBasis({ halfLife, relativeUncertainty, key, source }: StatedHalfLife, where: string): HalfLifeBasis {
  const standardUncertainty = halfLife * Math.sqrt(log1p(relativeUncertainty ** 2));
  const share = { source: 'half-life prior', key: `half-life:${key ?? where}`, standardUncertainty } as const;
  return {
    method: 'stated',
    source: source ?? 'stated by a person',
    confirmed: true,
    halfLife: makeEstimate(halfLife, [share], { distribution: 'lognormal' }),
  };
}
