import { formatMoment } from '@graywise/extension-core';
import type { Facts, MeasurementRow } from '@graywise/physics';

/** Measurements of one kind of one region in one cycle. */
export interface MeasurementSeries {
  readonly rows: readonly MeasurementRow[];
  /** Cycle, region, kind, how many, first and last. */
  readonly words: string;
}

const nameOf = ({ cycle, kind, region }: MeasurementRow): string => `Cycle ${String(cycle)}, ${region}, ${kind}`;

export function measurementSeries(rows: readonly MeasurementRow[]): MeasurementSeries[] {
  const series = new Map<string, MeasurementRow[]>();
  for (const row of rows) series.set(nameOf(row), [...(series.get(nameOf(row)) ?? []), row]);
  return [...series].map(([name, own]) => ({ rows: own, words: `${name}: ${extentOf(own)}` }));
}

function extentOf(rows: readonly MeasurementRow[]): string {
  const times = rows.map(({ at }) => at).sort((a, b) => a.epochSeconds - b.epochSeconds);
  const [first, last] = [times[0], times.at(-1)];
  if (!first || !last) return 'none';
  if (rows.length === 1) return `1 measurement, ${formatMoment(first)}`;
  return `${String(rows.length)} measurements, ${formatMoment(first)} to ${formatMoment(last)}`;
}

/** Facts with other measurements of the same time in place of those that they hold: a corrected table replaces the wrong one. */
export function withMeasurements(facts: Facts, rows: readonly MeasurementRow[]): Facts {
  const placeOf = (row: MeasurementRow): string => `${nameOf(row)} ${String(row.at.epochSeconds)}`;
  const replaced = new Set(rows.map(placeOf));
  return { ...facts, measurements: [...(facts.measurements ?? []).filter(row => !replaced.has(placeOf(row))), ...rows] };
}

/** Facts without a series. */
export function withoutSeries(facts: Facts, { rows }: MeasurementSeries): Facts {
  return { ...facts, measurements: (facts.measurements ?? []).filter(row => !rows.includes(row)) };
}
