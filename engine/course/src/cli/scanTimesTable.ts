import type { RegionScanTimeAdvice } from '../engine/courseEngine.js';
import { table } from './table.js';

const HOUR = 3600;

/** When one scan of the next cycle leaves least open, by region, as a table; empty where no half-life is known. */
export function scanTimesTable(advice: readonly RegionScanTimeAdvice[]): string {
  if (advice.length === 0) return '';
  const rows = advice.map(({ label, best, leastUncertainty, window, source, confirmed }) => [
    label,
    (best / HOUR).toFixed(0),
    (100 * leastUncertainty).toFixed(1),
    window ? `${(window[0] / HOUR).toFixed(0)} to ${(window[1] / HOUR).toFixed(0)}` : 'never',
    `${source}${confirmed ? '' : ' (suggested)'}`,
  ]);
  return `One scan of the next cycle
${table(['region', 'best (h)', 'half-life leaves (%)', 'at most 10 % (h)', 'half-life'], rows)}
`;
}
