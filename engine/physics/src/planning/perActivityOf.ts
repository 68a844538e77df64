import type { CycleVariation } from '../expectation/cycleVariation.js';
import { updateByCycles, type EarlierCycle } from '../expectation/updateByCycles.js';
import type { Estimate } from '../quantities/estimate.js';
import type { GrayPerBecquerel } from '../quantities/quantity.js';
import { regionFamily } from './regionFamily.js';

export interface PerActivityInput {
  readonly region: string;
  readonly measured: readonly EarlierCycle<GrayPerBecquerel>[];
  /** Of the population for one more patient; null: the patient's cycles stand alone, one at least. */
  readonly prior: Estimate<GrayPerBecquerel> | null;
  readonly variation: CycleVariation;
}

/**
 * The dose per activity of each coming cycle from the population and the cycles measured (rules P2 and V4), without the deviation that each cycle has of its
 * own. The estimates keep their keys, so that they stay correlated with each other and with the doses delivered.
 */
export function perActivityOf({ region, measured, prior, variation }: PerActivityInput): (cycle: number) => Estimate<GrayPerBecquerel> {
  const found = new Map<number, Estimate<GrayPerBecquerel>>();
  return cycle => {
    const known = found.get(cycle) ?? updateByCycles({ prior, earlier: measured, cycle, variation, region: regionFamily(region) }).level;
    found.set(cycle, known);
    return known;
  };
}
