import { GraywiseError, MEASUREMENT_KINDS, type MeasurementKind, type MeasurementRow } from '@graywise/physics';
import { measurementsOf, WHOLE_BODY } from '../gather/measurementsOf.js';
import type { SegmentedCycle } from '../model/cycle.js';
import { PAIRED_REGIONS } from './pairedRegions.js';

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

/** Planar views of what is not drawn have nothing to be scaled to. Throws GW_MEASUREMENTS_INVALID, naming what is drawn. */
export function refuseUndrawnRegions(cycle: SegmentedCycle): void {
  const drawn = cycle.regions.flatMap(({ name }) => [name, ...pairsOf(name)]);
  const stray = measurementsOf(cycle).find(({ kind, region }) => kind === 'planar' && region !== WHOLE_BODY && !drawn.includes(region));
  if (!stray) return;
  throw new GraywiseError('GW_MEASUREMENTS_INVALID', {
    expected: `planar views of a drawn region (${[...new Set(drawn)].join(', ')}) or of ${WHOLE_BODY}`,
    where: `cycle ${String(cycle.cycle)}`,
    found: stray.region,
  });
}

const pairsOf = (region: string): string[] =>
  PAIRED_REGIONS.filter(({ parts }) => parts.some(part => part === region)).map(({ name }) => name);
