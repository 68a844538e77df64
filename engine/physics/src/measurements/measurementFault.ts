import type { MeasurementRow } from '../record/measurements.js';
import { MEASUREMENT_COLUMNS } from './measurementColumns.js';

/** What is wrong with a row: the column to look at, what it should hold and what it holds. */
export interface MeasurementFault {
  readonly column: string;
  readonly expected: string;
  readonly found: string;
}

const SIDES = ['anterior', 'posterior'] as const;
const ACCEPTS = {
  'above 0': (value: number) => value > 0,
  '0 or more': (value: number) => value >= 0,
  'from 0 to 1': (value: number) => value > 0 && value < 1,
} as const;

/** Whether a row can be used as it stands: every number belongs to its kind, is within its range, and none that is needed is missing. Null: nothing is wrong. */
export function measurementFault(row: MeasurementRow): MeasurementFault | null {
  return foreignColumn(row) ?? ownFault(row) ?? (row.kind === 'planar' ? planarFault(row) : countedFault(row));
}

const has = (row: MeasurementRow, column: string): boolean => row.values[column] !== undefined;
const missing = (column: string, expected: string): MeasurementFault => ({ column, expected, found: 'nothing' });

function foreignColumn(row: MeasurementRow): MeasurementFault | null {
  for (const [name, value] of Object.entries(row.values)) {
    const column = MEASUREMENT_COLUMNS.find(known => known.name === name);
    if (!column?.kinds.includes(row.kind))
      return { column: name, expected: `nothing for a measurement of kind ${row.kind}`, found: `${value}` };
    const isZeroShare = name.startsWith('u_rel') && value === 0;
    if (!ACCEPTS[column.accepts](value) && !isZeroShare) return { column: name, expected: `a number ${column.accepts}`, found: `${value}` };
  }
  if (row.kind !== 'blood' && row.referenceAt)
    return { column: 'reference_at', expected: 'nothing but for blood', found: 'a date and time' };
  if (row.kind !== 'planar' && row.backgroundCorrection)
    return { column: 'background_correction', expected: 'nothing but for planar', found: row.backgroundCorrection };
  return null;
}

/** What every kind has: one region that fits it, and either counts or the result of counting. */
function ownFault(row: MeasurementRow): MeasurementFault | null {
  const region = row.kind === 'blood' ? 'blood' : row.kind === 'whole body' ? 'whole-body' : row.region;
  if (row.region !== region) return { column: 'region', expected: `${region} for a measurement of kind ${row.kind}`, found: row.region };
  const result = row.kind === 'blood' ? 'concentration_kBq_per_mL' : 'activity_MBq';
  const counts = ['counts', 'counts_anterior', 'counts_posterior'].filter(name => has(row, name));
  if (has(row, result) && counts.length > 0) return { column: counts[0] ?? '', expected: `nothing beside ${result}`, found: 'counts' };
  if (!has(row, result) && counts.length === 0) return missing(row.kind === 'blood' ? 'counts' : 'counts_anterior', `counts, or ${result}`);
  if (counts.length > 0 && !has(row, 'duration_s')) return missing('duration_s', 'the duration of the counting');
  if (has(row, 'counts') && counts.length > 1)
    return { column: 'counts', expected: 'counts of one detector or of both sides', found: 'both' };
  return null;
}

function countedFault(row: MeasurementRow): MeasurementFault | null {
  for (const side of ['', '_anterior', '_posterior'])
    if (has(row, `background_counts${side}`) && !has(row, `counts${side}`))
      return missing(`counts${side}`, `the counts that background_counts${side} belong to`);
  if (row.kind !== 'blood' || !has(row, 'counts')) return null;
  const needed = ['sample_mass_g', 'efficiency_counts_per_decay'].find(name => !has(row, name));
  return needed === undefined ? null : missing(needed, 'what turns counts into a concentration');
}

function planarFault(row: MeasurementRow): MeasurementFault | null {
  const sides = SIDES.filter(side => has(row, `counts_${side}`));
  const background = sides.filter(side => has(row, `background_counts_${side}`));
  return windowFault(row) ?? backgroundFault(row, sides, background) ?? absoluteFault(row, sides);
}

/** Scatter windows: all of them for all sides that are there, or none. */
function windowFault(row: MeasurementRow): MeasurementFault | null {
  const windows = ['lower', 'upper'];
  const owners = ['', 'background_'].flatMap(owner => SIDES.map(side => [owner, side] as const));
  const counted = owners.filter(([owner, side]) => has(row, `${owner}counts_${side}`));
  const names = counted.flatMap(([owner, side]) => windows.map(window => `${owner}${window}_counts_${side}`));
  const stray = owners
    .flatMap(([owner, side]) => windows.map(window => `${owner}${window}_counts_${side}`))
    .find(name => has(row, name) && !names.includes(name));
  if (stray !== undefined) return { column: stray, expected: 'scatter counts beside photopeak counts', found: 'no photopeak counts' };
  const widths = ['photopeak_width_keV', 'lower_width_keV', 'upper_width_keV'];
  if (!names.some(name => has(row, name)) && !widths.some(name => has(row, name))) return null;
  const absent = [...names, ...widths].find(name => !has(row, name));
  return absent === undefined ? null : missing(absent, 'scatter windows for every count of the row, and their widths, or none of them');
}

function backgroundFault(row: MeasurementRow, sides: readonly string[], background: readonly string[]): MeasurementFault | null {
  if (background.length === 0)
    return row.backgroundCorrection === null
      ? null
      : { column: 'background_correction', expected: 'background counts', found: row.backgroundCorrection };
  const other = sides.find(side => !background.includes(side));
  if (other !== undefined) return missing(`background_counts_${other}`, 'the background of both sides');
  if (row.backgroundCorrection === null) return missing('background_correction', 'whole, or 1-x/L');
  const needed = [
    'region_area_cm2',
    'background_area_cm2',
    ...(row.backgroundCorrection === 'whole' ? [] : ['thickness_cm', 'source_thickness_cm']),
  ].find(name => !has(row, name));
  if (needed !== undefined) return missing(needed, 'what the correction for background needs');
  const { thickness_cm: body = Infinity, source_thickness_cm: source = 0 } = row.values;
  return source < body ? null : { column: 'source_thickness_cm', expected: `less than the thickness of the body`, found: `${source}` };
}

/** An activity of its own needs both sides and attenuation; without a sensitivity the counts are for comparison only. */
function absoluteFault(row: MeasurementRow, sides: readonly string[]): MeasurementFault | null {
  if (!has(row, 'sensitivity_per_s_per_MBq')) return null;
  const absent = SIDES.find(side => !sides.includes(side));
  if (absent !== undefined) return missing(`counts_${absent}`, 'both sides for an activity');
  if (!has(row, 'transmission')) {
    const needed = ['attenuation_per_cm', 'thickness_cm'].find(name => !has(row, name));
    if (needed !== undefined) return missing(needed, 'attenuation and thickness, or the transmission');
  }
  if (has(row, 'source_thickness_cm') && !has(row, 'attenuation_per_cm'))
    return missing('attenuation_per_cm', 'the attenuation within the source');
  return null;
}
