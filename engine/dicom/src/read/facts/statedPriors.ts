import { priorFromStated, type PopulationPrior, type StatedPrior, type StatedSpread } from '@graywise/physics';
import type { FactsReader } from './FactsReader.js';

const positive = (value: number): boolean => value > 0;
const FIELDS = [
  'id',
  'radiopharmaceutical',
  'regions',
  'quantity',
  'unit',
  'perCycle_GBq',
  'mean',
  'sd',
  'median',
  'gsd',
  'logDeviation',
  'n',
  'method',
  'imaging',
  'source',
  'certainty',
  'confirmed',
];

/**
 * The population values of a site (docs/facts.md, `priors`): a list with its version. A value of a site counts as confirmed by it unless it says otherwise.
 * Throws GW_FACTS_INVALID for what is missing or malformed, GW_PRIOR_REFUSED for a unit or a value that cannot be.
 */
export function statedPriors(entry: FactsReader): PopulationPrior[] {
  entry.object(['version', 'values']);
  const version = entry.field('version').text();
  const priors = entry
    .field('values')
    .list()
    .map(value => priorFromStated(statedPrior(value, version)));
  const ids = priors.map(({ id }) => id);
  if (new Set(ids).size < ids.length) entry.field('values').refuse('values with different ids', ids.join(', '));
  return priors;
}

function statedPrior(entry: FactsReader, version: string): StatedPrior {
  entry.object(FIELDS);
  const textOr = (name: string, otherwise: string): string => (entry.field(name).isAbsent ? otherwise : entry.field(name).text());
  const certainty = entry.field('certainty');
  const imaging = entry.field('imaging');
  const confirmed = entry.field('confirmed');
  return {
    id: entry.field('id').text(),
    version,
    radiopharmaceutical: entry.field('radiopharmaceutical').text(),
    regions: entry
      .field('regions')
      .list()
      .map(region => region.text()),
    quantity: entry.field('quantity').oneOf(['absorbed dose per activity', 'effective half-life']),
    unit: textOr('unit', ''),
    gigabecquerelPerCycle: numberOrNull(entry.field('perCycle_GBq'), 'an activity in GBq above 0'),
    value: valueOf(entry),
    n: numberOrNull(entry.field('n'), 'a number of patients'),
    method: textOr('method', 'not stated'),
    imaging: imaging.isAbsent ? 'not stated' : imaging.oneOf(['SPECT', 'planar with SPECT', 'planar', 'not stated']),
    source: entry.field('source').text(),
    certainty: certainty.isAbsent ? 'read in table' : certainty.oneOf(['read in abstract', 'read in table', 'recalled', 'assumption']),
    confirmed: confirmed.isAbsent || confirmed.boolean(),
  };
}

/** Mean and standard deviation, or median and geometric standard deviation, or median and the deviation of the logarithm. */
function valueOf(entry: FactsReader): StatedSpread {
  const number = (name: string, description: string): number => entry.field(name).number(description, positive);
  if (!entry.field('mean').isAbsent) return { mean: number('mean', 'a mean above 0'), sd: number('sd', 'a standard deviation above 0') };
  const median = number('median', 'a median above 0, or a mean');
  if (!entry.field('logDeviation').isAbsent)
    return { median, logDeviation: number('logDeviation', 'a deviation of the logarithm above 0') };
  return { median, gsd: entry.field('gsd').number('a geometric standard deviation above 1', value => value > 1) };
}

function numberOrNull(entry: FactsReader, description: string): number | null {
  return entry.isAbsent ? null : entry.number(description, positive);
}
