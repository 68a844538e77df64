import { GraywiseError } from '../errors/GraywiseError.js';
import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import { log1p } from '../numerics/log1p.js';
import { assertPlausiblePrior } from './assertPlausiblePrior.js';
import type { PopulationPrior, PriorImaging } from './populationPrior.js';

/** Units in which a population value is stated, and what they are in Gy/GBq, Gy per cycle or h. */
const UNITS: Readonly<
  Record<string, { readonly quantity: PopulationPrior['quantity']; readonly factor: number; readonly perCycle?: true }>
> = {
  'Gy/GBq': { quantity: 'absorbed dose per activity', factor: 1 },
  'mGy/MBq': { quantity: 'absorbed dose per activity', factor: 1 },
  'Gy/MBq': { quantity: 'absorbed dose per activity', factor: 1000 },
  'mGy/GBq': { quantity: 'absorbed dose per activity', factor: 0.001 },
  Gy: { quantity: 'absorbed dose per activity', factor: 1, perCycle: true },
  h: { quantity: 'effective half-life', factor: 1 },
  d: { quantity: 'effective half-life', factor: 24 },
};

/** Mean and standard deviation of the patients, or median and geometric standard deviation, or median and standard deviation of the logarithm. */
export type StatedSpread =
  | { readonly mean: number; readonly sd: number }
  | { readonly median: number; readonly gsd: number }
  | { readonly median: number; readonly logDeviation: number };

/** A population value as a publication or a site states it. */
export interface StatedPrior {
  readonly id: string;
  readonly version: string;
  readonly radiopharmaceutical: string;
  readonly regions: readonly string[];
  readonly quantity: PopulationPrior['quantity'];
  /** Gy/GBq, mGy/MBq, Gy/MBq or mGy/GBq; Gy with `gigabecquerelPerCycle`; h or d. */
  readonly unit: string;
  readonly gigabecquerelPerCycle: number | null;
  readonly value: StatedSpread;
  readonly n: number | null;
  readonly method: string;
  readonly imaging: PriorImaging;
  readonly source: string;
  readonly certainty: PopulationPrior['certainty'];
  readonly confirmed: boolean;
}

/**
 * A prior of the site from what it states (rules K1 and K4): converted by its unit and checked. A mean and a standard deviation become the lognormal of
 * that mean and variance. Throws GW_PRIOR_REFUSED for a unit that is missing, unknown or of another quantity, for a dose per cycle without the activity
 * of the cycle, and for what `assertPlausiblePrior` refuses.
 */
export function priorFromStated(stated: StatedPrior): PopulationPrior {
  const where = `${stated.quantity} of ${stated.regions.join(', ')}`;
  const unit = Object.hasOwn(UNITS, stated.unit) ? UNITS[stated.unit] : undefined;
  if (unit?.quantity !== stated.quantity)
    throw new GraywiseError('GW_PRIOR_REFUSED', {
      where,
      expected: `a unit, one of ${unitsOf(stated.quantity)}`,
      found: `"${stated.unit}"`,
    });
  if (unit.perCycle && !(stated.gigabecquerelPerCycle !== null && stated.gigabecquerelPerCycle > 0))
    throw new GraywiseError('GW_PRIOR_REFUSED', { where, expected: 'the activity per cycle with a dose in Gy', found: 'none' });
  const { median, logDeviation } = lognormalOf(stated.value);
  const prior: PopulationPrior = {
    id: stated.id,
    version: stated.version,
    radiopharmaceutical: stated.radiopharmaceutical,
    regions: stated.regions,
    quantity: stated.quantity,
    unit: stated.quantity === 'effective half-life' ? 'h' : 'Gy/GBq',
    median: (median * unit.factor) / (unit.perCycle ? (stated.gigabecquerelPerCycle ?? 1) : 1),
    logDeviation,
    n: stated.n,
    method: stated.method,
    source: stated.source,
    certainty: stated.certainty,
    confirmed: stated.confirmed,
    origin: 'site',
    imaging: stated.imaging,
  };
  assertPlausiblePrior(prior);
  return prior;
}

function unitsOf(quantity: PopulationPrior['quantity']): string {
  return Object.keys(UNITS)
    .filter(name => UNITS[name]?.quantity === quantity)
    .join(', ');
}

function lognormalOf(value: StatedSpread): { median: number; logDeviation: number } {
  if ('logDeviation' in value) return value;
  if ('gsd' in value) return { median: value.median, logDeviation: log(value.gsd) };
  const variance = log1p((value.sd / value.mean) ** 2);
  return { median: value.mean / exp(variance / 2), logDeviation: Math.sqrt(variance) };
}
