import { GraywiseError } from '../errors/GraywiseError.js';
import { rbeUnit } from './rbeUnit.js';
import type { RbeWeightedDose, RbeWeightedGray } from './rbeWeightedDose.js';

/** The sum of doses of one RBE. Throws GW_RBE_MIXED when they were weighted differently, and GW_NO_REGIONS for none. */
export function addRbeWeightedDoses(doses: readonly RbeWeightedDose[]): RbeWeightedDose {
  const [first] = doses;
  if (!first) throw new GraywiseError('GW_NO_REGIONS');
  const value = doses.reduce((sum, dose) => {
    if (dose.rbe !== first.rbe) throw new GraywiseError('GW_RBE_MIXED', { expected: rbeUnit(first), found: rbeUnit(dose) });
    return sum + dose.value;
  }, 0);
  return { value: value as RbeWeightedGray, rbe: first.rbe };
}
