import { GraywiseError } from '../errors/GraywiseError.js';
import { nuclideData } from '../nuclides/nuclideData.js';
import { inHours } from '../quantities/quantity.js';
import { nuclideOfRadiopharmaceutical } from './nuclideOfRadiopharmaceutical.js';
import { OTHER_REGIONS, PLAUSIBLE_DEVIATIONS, PLAUSIBLE_DOSES, SHORTEST_HALF_LIFE_H } from './plausibleDoses.js';
import type { PopulationPrior } from './populationPrior.js';

/**
 * Refuses a prior that cannot be what it says (rule K4): a median outside the plausible range of its region, such as a dose per cycle offered as a dose
 * per GBq; an effective half-life longer than the physical one; a spread that no group of patients has; fewer than two patients. Doses per activity are
 * gated for 177Lu, whose ranges are known; other nuclides by their unit alone. Throws GW_PRIOR_REFUSED, GW_UNKNOWN_NUCLIDE.
 */
export function assertPlausiblePrior(prior: PopulationPrior): void {
  const refuse = (expected: string, found: string): never => {
    throw new GraywiseError('GW_PRIOR_REFUSED', { where: `${prior.quantity} of ${prior.regions.join(', ')}`, expected, found });
  };
  const nuclide = nuclideOfRadiopharmaceutical(prior.radiopharmaceutical);
  if (nuclide === null) return refuse('a radiopharmaceutical with its nuclide, such as 177Lu-DOTATATE', prior.radiopharmaceutical);
  if (prior.regions.length === 0) refuse('one region or more', 'none');
  if (prior.unit !== (prior.quantity === 'effective half-life' ? 'h' : 'Gy/GBq')) refuse('its own unit', prior.unit);
  const [narrowest, widest] = PLAUSIBLE_DEVIATIONS;
  if (!(prior.logDeviation >= narrowest && prior.logDeviation <= widest))
    refuse(`a spread between patients of ${String(narrowest)} to ${String(widest)} in the logarithm`, prior.logDeviation.toPrecision(3));
  if (prior.n !== null && !(Number.isInteger(prior.n) && prior.n >= 2)) refuse('two patients or more', String(prior.n));
  for (const [low, high] of rangesOf(prior, nuclide))
    if (!(prior.median >= low && prior.median <= high))
      refuse(`a median of ${number(low)} to ${number(high)} ${prior.unit}${hint(prior)}`, `${number(prior.median)} ${prior.unit}`);
}

/** A value in the digits that people write. */
const number = (value: number): string => String(Number(value.toPrecision(4)));

function hint({ quantity }: PopulationPrior): string {
  return quantity === 'effective half-life'
    ? ' (never longer than the physical half-life)'
    : ' (a dose per cycle is given in Gy with its activity)';
}

function rangesOf({ quantity, regions }: PopulationPrior, nuclide: string): (readonly [number, number])[] {
  if (quantity === 'effective half-life') return [[SHORTEST_HALF_LIFE_H, inHours(nuclideData(nuclide).halfLife)]];
  if (nuclide !== 'Lu-177') return [[Number.MIN_VALUE, Number.MAX_VALUE]];
  return regions.map(region => PLAUSIBLE_DOSES[wholeRegion(region)] ?? OTHER_REGIONS);
}

/** The region of the table that a side of a paired organ, or a numbered lesion, belongs to. */
function wholeRegion(region: string): string {
  return region
    .replace(/^lesion-\d+$/, 'lesion')
    .replace(/-glands$/, name => (region === 'salivary-glands' ? name : 's'))
    .replace(/-(left|right)$/, 's');
}
