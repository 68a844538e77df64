import type { Estimate } from '@graywise/physics';
import { snomed, type Code } from '../../model/code.js';
import type { NaturalDataset } from '../naturalDataset.js';
import { numberItem } from './contentItem.js';

/** Context group 225, measurement uncertainty: Graywise gives the standard uncertainty, coverage factor 1. */
const UNCERTAINTY = snomed('371884006', '+/-, range of measurement uncertainty');

/** An estimate as a measurement with its standard uncertainty as a property. `divisor`: SI units in one unit of `unit`. */
export function estimateItem(name: Code, { value, standardUncertainty }: Estimate, unit: Code, divisor = 1): NaturalDataset {
  const uncertainty = numberItem(UNCERTAINTY, standardUncertainty / divisor, unit, { relationship: 'HAS PROPERTIES' });
  return numberItem(name, value / divisor, unit, { children: [uncertainty] });
}
