import { exp } from '../numerics/exp.js';
import { normalCumulative } from '../quantities/normalCumulative.js';

/** Beyond so many deviations either side there is nothing: 6e-16. */
const REACH = 8;
const PER_DEVIATION = 32;

const places = Array.from({ length: 2 * REACH * PER_DEVIATION + 2 }, (_, index) => index / PER_DEVIATION - REACH);
let values: readonly number[] | null = null;
/** Of the values, from one place to the next. */
let rises: readonly number[] = [];

/**
 * The cumulative standard normal distribution, many times in a row: between 513 places by the cubic that has its values and slopes there. To 2e-9, h^4 / 384 times
 * the largest fourth derivative, 0.55.
 */
export function quickNormalCumulative(z: number): number {
  if (z <= -REACH) return 0;
  if (z >= REACH) return 1;
  if (!values) {
    values = places.map(normalCumulative);
    rises = places.map(place => exp((-place * place) / 2) / Math.sqrt(2 * Math.PI) / PER_DEVIATION);
  }
  const place = (z + REACH) * PER_DEVIATION;
  const index = Math.floor(place);
  const t = place - index;
  const [low, high] = [values[index] ?? 0, values[index + 1] ?? 1];
  const rise = high - low;
  const bend = ((rises[index] ?? 0) - rise) * (1 - t) - ((rises[index + 1] ?? 0) - rise) * t;
  return low + t * (rise + (1 - t) * bend);
}
