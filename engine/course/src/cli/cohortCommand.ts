import { writeFile } from 'node:fs/promises';
import { factsToJson, patientIdsOf, restoreRecords } from '@graywise/dicom';
import {
  assertPlausibleCohort,
  cohortFactor,
  GraywiseError,
  hours,
  inHours,
  NO_FACTS,
  sameRadiopharmaceutical,
  second,
  type Cohort,
} from '@graywise/physics';
import { PAIRED_REGIONS } from '../stages/pairedRegions.js';
import { memberOfRecords, type ImagedMember } from './memberOfRecords.js';
import type { Arguments } from './readArguments.js';
import { readFolder } from './readFolder.js';
import { table } from './table.js';

/** Times after the administration, h, for which the factors are listed. */
const LISTED = [4, 24, 48, 72, 96, 120, 144, 168];

/**
 * `graywise cohort`: the curves of patients whose records are given, a folder for each, as a cohort for the facts of the site (docs/facts.md), with the
 * factors that they make. Of each patient the first cycle with three scans or more of the region counts. No identifier of a patient goes into it.
 */
export async function cohortCommand(given: Arguments): Promise<void> {
  const [region, id, source] = [required(given, 'region'), required(given, 'id'), required(given, 'source')];
  if (given.free.length < 2)
    throw new GraywiseError('GW_USAGE', { expected: 'folders with the records of two patients or more', found: String(given.free.length) });
  const imaged = await membersOf(given.free, region);
  const radiopharmaceutical = imaged[0]?.radiopharmaceutical ?? '';
  const other = imaged.find(patient => !sameRadiopharmaceutical(patient.radiopharmaceutical, radiopharmaceutical));
  if (other)
    throw new GraywiseError('GW_USAGE', { expected: `patients of ${radiopharmaceutical} alone`, found: other.radiopharmaceutical });
  const cohort: Cohort = {
    id,
    radiopharmaceutical,
    regions: regionsOf(region),
    members: imaged.map(({ member }) => member),
    firstScan: second(Math.max(...imaged.map(({ firstScan }) => firstScan))),
    source,
    confirmed: true,
  };
  assertPlausibleCohort(cohort);
  const { cohorts } = factsToJson({ ...NO_FACTS, cohorts: [cohort] });
  const json = `${JSON.stringify({ cohorts }, null, 2)}\n`;
  const out = given.text('out');
  if (out !== null) await writeFile(out, json);
  process.stdout.write(given.flag('json') ? json : factorTable(cohort));
}

/** Throws GW_USAGE for a folder with records of several patients, and for a patient who is there twice: patients count, not cycles. */
async function membersOf(folders: readonly string[], region: string): Promise<ImagedMember[]> {
  const seen = new Map<string, string>();
  const members: ImagedMember[] = [];
  for (const folder of folders) {
    const files = await readFolder(folder);
    const ids = patientIdsOf(files);
    if (ids.length !== 1)
      throw new GraywiseError('GW_USAGE', { expected: `the records of one patient in ${folder}`, found: String(ids.length) });
    const twice = seen.get(ids[0] ?? '');
    if (twice !== undefined)
      throw new GraywiseError('GW_USAGE', { expected: 'every patient once', found: `one patient in ${twice} and in ${folder}` });
    seen.set(ids[0] ?? '', folder);
    members.push(memberOfRecords(restoreRecords(files), region, folder));
  }
  return members;
}

/** The regions that the cohort is for: sides of a pair have the kinetics of both together, and lesions those of any. */
function regionsOf(region: string): string[] {
  if (/^lesion-\d+$/.test(region)) return ['lesion'];
  return [region, ...(PAIRED_REGIONS.find(({ name }) => name === region)?.parts ?? [])];
}

function factorTable(cohort: Cohort): string {
  const rows = LISTED.map(time => {
    const { factor, standardDeviation } = cohortFactor(cohort, hours(time));
    const [mean, deviation] = [inHours(factor.value), inHours(standardDeviation)];
    return [String(time), mean.toFixed(1), deviation.toFixed(1), ((100 * deviation) / mean).toFixed(1)];
  });
  return `${table(['h after administration', 'integral / activity, h', 'SD, h', '%'], rows)}
${cohort.id}: ${String(cohort.members.length)} patients of ${cohort.radiopharmaceutical}, ${cohort.regions.join(', ')}. SD: between patients; few patients widen it (rule T20).
Put "cohorts" (--out FILE) into the facts of the site; verify --single-scan cohort uses it. For review by a medical physics expert.
`;
}

function required(given: Arguments, name: 'id' | 'source' | 'region'): string {
  const text = given.text(name);
  if (text === null || text.trim() === '') throw new GraywiseError('GW_USAGE', { expected: `--${name} TEXT`, found: 'none' });
  return text;
}
