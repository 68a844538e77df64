import { formatMoment } from '@graywise/extension-core';
import type { MeasurementRow } from '@graywise/physics';

/** One line for each series of measurements: cycle, region, kind, how many, first and last. */
export function measurementSeries(rows: readonly MeasurementRow[]): string[] {
  const series = new Map<string, MeasurementRow[]>();
  for (const row of rows) {
    const words = `Cycle ${String(row.cycle)}, ${row.region}, ${row.kind}`;
    series.set(words, [...(series.get(words) ?? []), row]);
  }
  return [...series].map(([words, own]) => {
    const times = own.map(({ at }) => at).sort((a, b) => a.epochSeconds - b.epochSeconds);
    const [first, last] = [times[0], times.at(-1)];
    if (!first || !last) return words;
    const count = own.length === 1 ? '1 measurement' : `${String(own.length)} measurements`;
    return `${words}: ${count}, ${formatMoment(first)}${own.length === 1 ? '' : ` to ${formatMoment(last)}`}`;
  });
}
