import type { PopulationPrior } from './populationPrior.js';

/** Where a prior comes from, in a line: 'Willowson 2018, EJNMMI Phys 5:33 (SPECT/CT at 4, 24 and 96 to 120 h, 80 cycles), n = 18'. */
export function priorSource({ source, method, n, origin }: PopulationPrior): string {
  const how = method === '' || method === 'not stated' ? '' : ` (${method})`;
  return `${origin === 'site' ? 'own values of the site: ' : ''}${source}${how}${n === null ? '' : `, n = ${String(n)}`}`;
}
