import { MEASUREMENT_KINDS, type MeasurementKind, type MeasurementRow } from '@graywise/physics';
import { measurementsOf } from '../gather/measurementsOf.js';
import type { SegmentedCycle } from '../model/cycle.js';
import { pairsOf } from './pairsOf.js';

/** Planar views or counts of one region, by one kind of measurement. */
export interface RegionSeries {
  readonly kind: MeasurementKind;
  readonly rows: readonly MeasurementRow[];
}

/** The planar and probe series of a drawn region: its own, else those of the pair that it is a side of. */
export function seriesOfRegion(cycle: SegmentedCycle, region: string): RegionSeries[] {
  const rows = measurementsOf(cycle).filter(({ kind }) => kind === 'planar' || kind === 'probe');
  for (const subject of [region, ...pairsOf(region)]) {
    const own = rows.filter(row => row.region === subject);
    const series = MEASUREMENT_KINDS.map(kind => ({ kind, rows: own.filter(row => row.kind === kind) }));
    if (own.length > 0) return series.filter(one => one.rows.length > 0);
  }
  return [];
}
