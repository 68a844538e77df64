import { writeFile } from 'node:fs/promises';
import { factsToJson, restoreRecords } from '@graywise/dicom';
import {
  assertPlausibleCohort,
  cohortFactor,
  GraywiseError,
  hours,
  inHours,
  isFullyImaged,
  NO_FACTS,
  sameRadiopharmaceutical,
  type Cohort,
  type CohortMember,
  type CycleVerification,
} from '@graywise/physics';
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
  const regions = given.list('region');
  const [region] = regions;
  if (region === undefined) throw new GraywiseError('GW_USAGE', { expected: '--region NAME', found: 'none' });
  const [id, source] = [required(given, 'id'), required(given, 'source')];
  if (given.free.length < 2)
    throw new GraywiseError('GW_USAGE', { expected: 'folders with the records of two patients or more', found: String(given.free.length) });
  const imaged: ImagedPatient[] = [];
  for (const folder of given.free) imaged.push(imagedPatient(restoreRecords(await readFolder(folder)).verifications, region, folder));
  const radiopharmaceutical = imaged[0]?.radiopharmaceutical ?? '';
  for (const other of imaged)
    if (!sameRadiopharmaceutical(other.radiopharmaceutical, radiopharmaceutical))
      throw new GraywiseError('GW_USAGE', { expected: `patients of ${radiopharmaceutical} alone`, found: other.radiopharmaceutical });
  const cohort: Cohort = { id, radiopharmaceutical, regions, members: imaged.map(({ member }) => member), source, confirmed: true };
  assertPlausibleCohort(cohort);
  const { cohorts } = factsToJson({ ...NO_FACTS, cohorts: [cohort] });
  const json = `${JSON.stringify({ cohorts }, null, 2)}\n`;
  const out = given.text('out');
  if (out !== null) await writeFile(out, json);
  process.stdout.write(given.flag('json') || out === null ? json : factorTable(cohort));
}

interface ImagedPatient {
  readonly radiopharmaceutical: string;
  readonly member: CohortMember;
}

function imagedPatient(stored: readonly { readonly verification: CycleVerification }[], region: string, folder: string): ImagedPatient {
  const found = stored
    .map(({ verification }) => verification)
    .sort((a, b) => a.cycle - b.cycle)
    .flatMap(({ radiopharmaceutical, regions }) => regions.map(result => ({ radiopharmaceutical, result })))
    .find(({ result }) => result.name === region && isFullyImaged(result));
  if (!found)
    throw new GraywiseError('GW_USAGE', {
      expected: `the record of a cycle with three scans or more of ${region}`,
      found: `none in ${folder}`,
    });
  // In hundredths of the activity at the administration, so that no activity of the patient is told.
  const { terms } = found.result.fit;
  const whole = Math.max(...terms.map(({ amplitude }) => Math.abs(amplitude)));
  return {
    radiopharmaceutical: found.radiopharmaceutical,
    member: { terms: terms.map(({ amplitude, rate }) => ({ amplitude: (100 * amplitude) / whole, rate })) },
  };
}

function factorTable(cohort: Cohort): string {
  const rows = LISTED.map(time => {
    const { factor, standardDeviation } = cohortFactor(cohort, hours(time));
    const [mean, deviation] = [inHours(factor.value), inHours(standardDeviation)];
    return [String(time), mean.toFixed(1), deviation.toFixed(1), ((100 * deviation) / mean).toFixed(1)];
  });
  return `${table(['h after administration', 'integral / activity, h', 'SD, h', '%'], rows)}
${cohort.id}: ${String(cohort.members.length)} patients of ${cohort.radiopharmaceutical}, ${cohort.regions.join(', ')}. SD: between patients; few patients widen it (rule T20).
Put "cohorts" into the facts of the site; verify --single-scan cohort uses it. For review by a medical physics expert.
`;
}

function required(given: Arguments, name: 'id' | 'source'): string {
  const text = given.text(name);
  if (text === null || text.trim() === '') throw new GraywiseError('GW_USAGE', { expected: `--${name} TEXT`, found: 'none' });
  return text;
}
