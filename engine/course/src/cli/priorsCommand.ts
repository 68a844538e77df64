import { choosePrior, GraywiseError, POPULATION_PRIORS, sameRadiopharmaceutical, type PopulationPrior } from '@graywise/physics';
import type { Arguments } from './readArguments.js';
import { readFacts } from './readFacts.js';
import { table } from './table.js';

/** `graywise priors`: all population values, those of a site's facts first, with where they come from and whether they are the ones that are used. */
export async function priorsCommand(given: Arguments): Promise<void> {
  const wanted = given.text('radiopharmaceutical');
  const facts = given.text('facts');
  const own = facts === null ? [] : ((await readFacts(facts)).priors ?? []);
  const priors = [...own, ...POPULATION_PRIORS].filter(
    ({ radiopharmaceutical }) => wanted === null || sameRadiopharmaceutical(radiopharmaceutical, wanted),
  );
  if (wanted !== null && priors.length === 0)
    throw new GraywiseError('GW_USAGE', { expected: `--radiopharmaceutical ${namesOf([...own, ...POPULATION_PRIORS])}`, found: wanted });
  const rows = priors.map(prior => ({ ...prior, used: isUsed(prior, own) }));
  process.stdout.write(given.flag('json') ? `${JSON.stringify({ priors: rows.map(priorJson) }, null, 2)}\n` : priorsTable(rows));
}

type Row = PopulationPrior & { readonly used: boolean };

const namesOf = (priors: readonly PopulationPrior[]): string =>
  [...new Set(priors.map(({ radiopharmaceutical }) => radiopharmaceutical))].join('|');

function isUsed(prior: PopulationPrior, own: readonly PopulationPrior[]): boolean {
  const { radiopharmaceutical, quantity, id } = prior;
  return prior.regions.some(region => choosePrior({ radiopharmaceutical, region, quantity }, own)?.id === id);
}

function priorJson({ regions, median, logDeviation, ...prior }: Row): object {
  return { ...prior, regions, median, logDeviation, geometricStandardDeviation: Math.exp(logDeviation) };
}

function priorsTable(rows: readonly Row[]): string {
  const cells = rows.map(row => [
    `${row.used ? '*' : ' '} ${row.radiopharmaceutical} ${row.regions[0] ?? ''}`,
    row.quantity === 'effective half-life' ? 'T eff' : 'dose/activity',
    `${row.median.toPrecision(3)} ${row.unit}`,
    Math.exp(row.logDeviation).toFixed(2),
    row.n === null ? '-' : String(row.n),
    row.confirmed ? row.certainty : `${row.certainty}: suggested`,
  ]);
  const [heading = '', line = '', ...lines] = table(['region', 'quantity', 'median', 'GSD', 'n', 'certainty'], cells).trimEnd().split('\n');
  const withSource = lines.map((text, index) => `${text}  ${sourceOf(rows[index])}`);
  return `${[`${heading}  source`, line, ...withSource].join('\n')}

* used for this region. GSD: geometric standard deviation between patients, before few patients widen it; n: patients.
"suggested": the centre must confirm the value before it relies on it. For review by a medical physics expert.
`;
}

function sourceOf(row: Row | undefined): string {
  if (!row) return '';
  return `${row.source} (${row.method})${row.setAside === undefined ? '' : `; set aside: ${row.setAside}`}`;
}
