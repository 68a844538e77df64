import { bySource } from '../anatomy/bySource.js';
import type { Decays } from '../dose/trueDoseModel.js';
import { timeIntegratedActivity } from '../kinetics/timeIntegratedActivity.js';
import type { TreatedCycle } from './treatedCycle.js';

/** The number of decays of a cycle in every source. */
export function decaysOf({ kinetics, remainder }: TreatedCycle): Decays {
  return { ...bySource(region => timeIntegratedActivity(kinetics[region])), remainder: timeIntegratedActivity(remainder) };
}
