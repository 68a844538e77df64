import type { Volume } from '@graywise/physics';

/** The counts of the poorer of some scans; null when none of them is in counts. */
export function fewestCounts(...volumes: readonly Volume[]): number | null {
  const totals = volumes.filter(({ unit }) => unit === 'counts').map(({ data }) => data.reduce((sum, counts) => sum + counts, 0));
  return totals.length === 0 ? null : Math.min(...totals);
}
