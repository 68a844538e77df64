import { hours, type Second } from '../quantities/quantity.js';
import { latestUsefulTime } from './latestUsefulTime.js';

/**
 * Scans of the first day, in seconds after the administration, from a list in hours. The day is over when all scans of a cycle were made: then they are for the
 * next cycle. Times at which less than 2 % of what was given is left are dropped.
 */
export function earlyScanTimes(hoursAfter: readonly number[], physicalHalfLife: Second): Second[] {
  return hoursAfter.map(hours).filter(time => time <= latestUsefulTime(physicalHalfLife));
}
