import { hours, megabecquerel, millilitre, second } from '@graywise/physics';
import type { AdministrationFacts, AssayedActivity, CalibrationFacts, DeadTimeFacts, Facts, ResolutionFacts } from '@graywise/physics';
import { FactsReader } from './FactsReader.js';
import { statedCohorts } from './statedCohorts.js';
import { statedPriors } from './statedPriors.js';
import { measurementFacts } from './measurementFacts.js';

const positive = (value: number): boolean => value > 0;
const share = (value: number): boolean => value >= 0 && value < 1;
const any = (): boolean => true;

/**
 * Reads a facts file: the parsed JSON of docs/facts.md. Every list and every optional field may be absent or null.
 * Throws GW_FACTS_INVALID with the path of the first value that is missing, malformed or out of range.
 */
export function parseFacts(json: unknown): Facts {
  const root = new FactsReader(json).object([
    'administrations',
    'calibrations',
    'deadTime',
    'huToDensity_g_per_mL',
    'effectiveHalfLives',
    'resolution',
    'priors',
    'cohorts',
    'measurements',
  ]);
  const administrations = root.field('administrations').list().map(administration);
  const cycles = administrations.map(({ cycle }) => cycle);
  if (new Set(cycles).size < cycles.length)
    root.field('administrations').refuse('one administration for each cycle', `cycles ${cycles.join(', ')}`);
  return {
    administrations,
    calibrations: root.field('calibrations').list().map(calibration),
    deadTime: optional(root.field('deadTime'), deadTime),
    huToDensity: optional(root.field('huToDensity_g_per_mL'), huToDensity),
    effectiveHalfLives: Object.fromEntries(
      root
        .field('effectiveHalfLives')
        .entries()
        .map(([name, entry]) => [name, halfLife(entry)]),
    ),
    ...(!root.field('priors').isAbsent && { priors: statedPriors(root.field('priors')) }),
    ...(!root.field('cohorts').isAbsent && { cohorts: statedCohorts(root.field('cohorts')) }),
    ...(!root.field('resolution').isAbsent && { resolution: resolution(root.field('resolution')) }),
    ...(!root.field('measurements').isAbsent && { measurements: root.field('measurements').list().map(measurementFacts) }),
  };
}

function administration(entry: FactsReader): AdministrationFacts {
  entry.object(['cycle', 'radiopharmaceutical', 'preAssay', 'residual', 'start', 'end']);
  const start = entry.field('start').instant();
  const end = optional(entry.field('end'), field => field.instant());
  if (end && end.epochSeconds < start.epochSeconds) entry.field('end').refuse('an end that is not before the start');
  return {
    cycle: entry.field('cycle').number('a cycle number from 1 on', value => Number.isInteger(value) && value > 0),
    radiopharmaceutical: entry.field('radiopharmaceutical').text(),
    preAssay: assay(entry.field('preAssay'), positive),
    residual: optional(entry.field('residual'), field => assay(field, value => value >= 0)),
    start,
    end,
  };
}

function assay(entry: FactsReader, accepts: (value: number) => boolean): AssayedActivity {
  entry.object(['activity_MBq', 'at']);
  return { activity: megabecquerel(entry.field('activity_MBq').number('an activity in MBq', accepts)), at: entry.field('at').instant() };
}

function calibration(entry: FactsReader): CalibrationFacts {
  entry.object(['kind', 'series', 'activity_MBq', 'at', 'volume_mL', 'diameters_mm', 'centresLps_mm', 'u_rel', 'validDays']);
  return {
    kind: entry.field('kind').oneOf(['cylinder', 'sphere', 'spheres', 'point']),
    series: entry.field('series').text(),
    activity: megabecquerel(entry.field('activity_MBq').number('an activity in MBq above 0', positive)),
    at: entry.field('at').instant(),
    volume: optional(entry.field('volume_mL'), field => millilitre(field.number('a volume in mL above 0', positive))),
    diametersMm: entry
      .field('diameters_mm')
      .list()
      .map(field => field.number('a diameter in mm above 0', positive)),
    centresLpsMm: entry.field('centresLps_mm').list().map(point),
    relativeUncertainty: entry.field('u_rel').number('a relative standard uncertainty from 0 to 1', share),
    validDays: optional(entry.field('validDays'), field => field.number('days above 0', positive)),
  };
}

function deadTime(entry: FactsReader): DeadTimeFacts {
  entry.object(['model', 'tau_us']);
  const microseconds = entry.field('tau_us').number('a dead time in microseconds', value => value >= 0);
  return { model: entry.field('model').oneOf(['paralyzable', 'non-paralyzable']), tau: second(microseconds * 1e-6) };
}

function huToDensity(entry: FactsReader): (readonly [number, number])[] {
  const curve = entry.list().map(pair => {
    const [hu, density, ...more] = pair.list();
    if (!hu || !density || more.length > 0) return pair.refuse('a pair of HU and g/mL');
    return [hu.number('a number of HU', any), density.number('a density in g/mL', value => value >= 0)] as const;
  });
  if (curve.length < 2) entry.refuse('at least two pairs of HU and g/mL');
  if (curve.some(([hu], index) => index > 0 && hu <= (curve[index - 1]?.[0] ?? -Infinity))) entry.refuse('pairs in ascending HU');
  return curve;
}

function halfLife(entry: FactsReader): Facts['effectiveHalfLives'][string] {
  entry.object(['halfLife_h', 'u_rel']);
  return {
    halfLife: hours(entry.field('halfLife_h').number('hours above 0', positive)),
    relativeUncertainty: entry.field('u_rel').number('a relative standard uncertainty from 0 to 1', share),
  };
}

function resolution(entry: FactsReader): ResolutionFacts {
  entry.object(['fwhm_mm', 'u_mm']);
  return {
    fwhmMm: entry.field('fwhm_mm').number('a full width at half maximum in mm above 0', positive),
    uncertaintyMm: entry.field('u_mm').number('a standard uncertainty in mm of 0 or more', value => value >= 0),
  };
}

function point(entry: FactsReader): [number, number, number] {
  const [x, y, z, ...more] = entry.list().map(field => field.number('a coordinate in mm', any));
  if (x === undefined || y === undefined || z === undefined || more.length > 0) return entry.refuse('three coordinates');
  return [x, y, z];
}

function optional<T>(entry: FactsReader, read: (entry: FactsReader) => T): T | null {
  return entry.isAbsent ? null : read(entry);
}
