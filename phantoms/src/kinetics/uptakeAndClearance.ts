import type { Kinetics } from './kinetics.js';

/** How one region takes up and loses activity. Half-lives are effective ones, physical decay included. */
export interface UptakeAndClearance {
  readonly uptakeHalfLifeHours: number;
  readonly slowHalfLifeHours: number;
  readonly fastHalfLifeHours: number;
  /** Share of the activity that leaves with the fast half-life, 0 to 1. */
  readonly fastShare: number;
}

/**
 * Kinetics that start from nothing, rise and leave with two half-lives, and come to the given time-integrated activity:
 * A(t) = a [ (1 - f) 2^(-t/slow) + f 2^(-t/fast) - 2^(-t/uptake) ].
 */
export function uptakeAndClearance(shape: UptakeAndClearance, timeIntegratedActivityBqS: number): Kinetics {
  const rate = (halfLifeHours: number): number => Math.LN2 / (3600 * halfLifeHours);
  const [slow, fast, uptake] = [rate(shape.slowHalfLifeHours), rate(shape.fastHalfLifeHours), rate(shape.uptakeHalfLifeHours)];
  const scale = timeIntegratedActivityBqS / ((1 - shape.fastShare) / slow + shape.fastShare / fast - 1 / uptake);
  return {
    terms: [
      { amplitudeBq: scale * (1 - shape.fastShare), ratePerSecond: slow },
      { amplitudeBq: scale * shape.fastShare, ratePerSecond: fast },
      { amplitudeBq: -scale, ratePerSecond: uptake },
    ],
    effectiveHalfLifeHours: shape.slowHalfLifeHours,
  };
}
