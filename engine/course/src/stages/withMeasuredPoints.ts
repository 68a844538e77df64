import {
  addEstimates,
  becquerel,
  hybridCurve,
  seriesSignals,
  warning,
  type CurvePoint,
  type MeasurementRow,
  type Warning,
} from '@graywise/physics';
import type { MeasuredRegion, SegmentedCycle } from '../model/cycle.js';
import { seriesOfRegion } from './seriesOfRegion.js';

/** The points of a region's curve, those of planar views and probes among them, and what to beware of in them. */
export interface MeasuredPoints {
  readonly curve: readonly CurvePoint[];
  readonly warnings: readonly Warning[];
}

/**
 * A region's points by scans (`scanPoints`) with those of its planar views and probe counts, scaled to the scans (rule M5).
 *
 * The union of a pair has the views that are stated for it; where its sides alone were counted, at the same times, the sum of theirs.
 *
 * @param scanPointsOf - the points by scans of any region, for the sides of a pair
 */
export function withMeasuredPoints(
  cycle: SegmentedCycle,
  region: MeasuredRegion,
  scanPoints: readonly CurvePoint[],
  scanPointsOf: (region: MeasuredRegion) => readonly CurvePoint[],
): MeasuredPoints {
  const series = seriesOfRegion(cycle, region.name);
  const where = region.mask.label;
  const added = series.flatMap(({ kind, rows }) => {
    const { points } = seriesSignals(rows, cycle.administrationStart, cycle.nuclide.halfLife);
    return hybridCurve({ scans: scanPoints, series: points, kind, where }).filter(({ measuredBy }) => measuredBy !== undefined);
  });
  const stated = (rows: readonly MeasurementRow[], column: string): boolean => rows.some(({ values }) => values[column] !== undefined);
  const warnings = series.flatMap(({ kind, rows }) => [
    ...(rows.every(({ values }) => values['u_rel'] !== undefined)
      ? []
      : [warning('GW_MEASUREMENT_UNCERTAINTY', { where, found: `${String(rows.length)} measurements (${kind})` })]),
    ...(stated(rows, 'region_mass_g')
      ? [warning('GW_MEASURED_IN_PART', { where, found: 'region_mass_g is not used, the region is drawn' })]
      : []),
  ]);
  const ofSides = series.length === 0 ? sumOfSides(cycle, region, scanPointsOf) : [];
  const curve = [...scanPoints, ...added, ...ofSides].sort((a, b) => a.afterAdministration - b.afterAdministration);
  return { curve, warnings };
}

/** What was counted of every part at one time. */
function sumOfSides(
  cycle: SegmentedCycle,
  region: MeasuredRegion,
  scanPointsOf: (region: MeasuredRegion) => readonly CurvePoint[],
): CurvePoint[] {
  const parts = cycle.regions.filter(({ name }) => region.parts.includes(name));
  const [first = [], ...others] = parts.map(part =>
    withMeasuredPoints(cycle, part, scanPointsOf(part), scanPointsOf).curve.filter(({ measuredBy }) => measuredBy !== undefined),
  );
  return first.flatMap(point => {
    const same = others.map(curve =>
      curve.find(other => other.afterAdministration === point.afterAdministration && other.measuredBy === point.measuredBy),
    );
    const found = same.flatMap(other => (other ? [other.activity] : []));
    return found.length < others.length ? [] : [{ ...point, activity: addEstimates([point.activity, ...found], becquerel) }];
  });
}
