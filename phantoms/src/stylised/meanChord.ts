import { randomSource } from '../random/randomSource.js';
import { STYLISED_ADULT } from './stylisedAdult.js';
import type { StylisedPoint } from './stylisedRegion.js';

/** A step (cm) that is short beside every organ. */
const STEP_CM = 0.1;

/**
 * The mean chord of an organ of the stylised adult, four times its volume over its surface, cm, from `points` random points in it.
 *
 * Of points spread evenly in a body and moved by a short way r in random directions the share r S / 4V leaves it (Cauchy).
 */
export function meanChord(organ: string, points: number): number {
  const random = randomSource(1, `mean chord of ${organ}`);
  const regions = STYLISED_ADULT.filter(({ name }) => name === organ);
  const edge = (side: 'low' | 'high', axis: 0 | 1 | 2): number =>
    Math[side === 'low' ? 'min' : 'max'](...regions.map(region => region[side][axis]));
  const [low, high] = (['low', 'high'] as const).map(side => ([0, 1, 2] as const).map(axis => edge(side, axis)));
  const drawn = (axis: 0 | 1 | 2): number => random.between(low?.[axis] ?? 0, high?.[axis] ?? 0);
  let left = 0;
  for (let found = 0; found < points;) {
    const start = [drawn(0), drawn(1), drawn(2)] as const;
    if (organAt(start) !== organ) continue;
    found += 1;
    const cosine = random.between(-1, 1);
    const azimuth = random.between(0, 2 * Math.PI);
    const across = STEP_CM * Math.sqrt(1 - cosine * cosine);
    const end = [start[0] + across * Math.cos(azimuth), start[1] + across * Math.sin(azimuth), start[2] + STEP_CM * cosine] as const;
    if (organAt(end) !== organ) left += 1;
  }
  return (STEP_CM * points) / left;
}

/** The organ at a point: of regions that contain it the last. */
function organAt([x, y, z]: StylisedPoint): string | undefined {
  const inBox = (low: StylisedPoint, high: StylisedPoint): boolean =>
    x >= low[0] && x <= high[0] && y >= low[1] && y <= high[1] && z >= low[2] && z <= high[2];
  return STYLISED_ADULT.findLast(({ low, high, contains }) => inBox(low, high) && contains(x, y, z))?.name;
}
