import { hours, second, type Second } from '../quantities/quantity.js';
import { latestUsefulTime } from './latestUsefulTime.js';

/**
 * When to scan once more, seconds after the administration: `soon` after the last scan, and one half-life after it (but not before `atLeast`), when a second
 * half-life has shown how the rest leaves. Rounded to whole hours. Times at which less than 2 % of what the last scan saw is left are dropped.
 */
export function extraScanTimes(input: {
  readonly lastScan: Second;
  readonly halfLife: Second;
  readonly soon: Second;
  readonly atLeast?: Second;
}): Second[] {
  const { lastScan, halfLife, soon, atLeast = second(0) } = input;
  const whole = (time: number): Second => hours(Math.round(time / 3600));
  const latest = lastScan + latestUsefulTime(halfLife);
  const times = [whole(lastScan + soon), whole(Math.max(atLeast, lastScan + Math.max(halfLife, soon)))];
  return [...new Set(times)].filter(time => time > lastScan && time <= latest).sort((a, b) => a - b);
}
