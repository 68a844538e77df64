import type { RandomSource } from '../random/randomSource.js';
import type { Kinetics } from './kinetics.js';

/** The rest of the body: holds the whole activity at first and loses most of it within hours through the kidneys. Half-lives are effective ones. */
export function remainderKinetics(administeredBq: number, random: RandomSource): Kinetics {
  const middle = random.between(0.14, 0.2);
  const late = random.between(0.01, 0.02);
  const lateHalfLifeHours = random.between(60, 80);
  const term = (share: number, halfLifeHours: number): Kinetics['terms'][number] => ({
    amplitudeBq: share * administeredBq,
    ratePerSecond: Math.LN2 / (3600 * halfLifeHours),
  });
  return {
    terms: [term(1 - middle - late, random.between(1.4, 2)), term(middle, random.between(14, 22)), term(late, lateHalfLifeHours)],
    effectiveHalfLifeHours: lateHalfLifeHours,
  };
}
