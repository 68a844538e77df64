import { addEstimates, becquerelSecond } from '@graywise/physics';
import type { RegionCurve } from '../model/cycle.js';

/** A region that is the union of others holds their time-integrated activities, exactly; its own fit shows its curve. */
export function sumOfParts<R extends Pick<RegionCurve, 'name' | 'parts' | 'timeIntegratedActivity'>>(region: R, all: readonly R[]): R {
  if (region.parts.length === 0) return region;
  const parts = all.filter(({ name }) => region.parts.includes(name)).map(({ timeIntegratedActivity }) => timeIntegratedActivity);
  return { ...region, timeIntegratedActivity: addEstimates(parts, becquerelSecond) };
}
