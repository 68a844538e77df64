import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createArchive, restoreRecords, type Part10 } from '@graywise/dicom';
import { GraywiseError, NO_FACTS, type Facts } from '@graywise/physics';
import type { CourseEngine, CourseOverview } from '../engine/courseEngine.js';
import { progressBar } from './progressBar.js';
import type { Arguments } from './readArguments.js';
import { readFacts } from './readFacts.js';
import { readFolder } from './readFolder.js';
import { withMeasurements } from './withMeasurements.js';

/** Imports the folder or the study of an archive that the words name, with its facts and the records beside it. */
export async function loadCourse(engine: CourseEngine, given: Arguments): Promise<CourseOverview> {
  const folder = given.free[0] ?? null;
  const facts = await statedFacts(given.text('facts'), folder);
  const records = given.text('records');
  const files = [...(await readSource(given, folder)), ...(records === null ? [] : await readFolder(records))];
  const measurements = given.list('measurements');
  const stated = measurements.length === 0 ? facts : await withMeasurements(facts ?? restoreRecords(files).facts ?? NO_FACTS, measurements);
  return engine.importFiles(files, stated, { onProgress: progressBar() });
}

async function readSource(given: Arguments, folder: string | null): Promise<readonly Part10[]> {
  const root = given.text('dicomweb');
  const study = given.text('study');
  if (root !== null && study !== null) return retrieveCourse(root.replace(/\/+$/, ''), study);
  if (root !== null) throw new GraywiseError('GW_USAGE', { expected: '--study UID with --dicomweb', found: 'none' });
  if (folder === null) throw new GraywiseError('GW_USAGE', { expected: 'a folder, or --dicomweb URL --study UID', found: 'neither' });
  return readFolder(folder);
}

/** Everything of the patient whose study it is, and the calibration acquisitions that the stored facts name, wherever they are. */
async function retrieveCourse(root: string, studyUid: string): Promise<readonly Part10[]> {
  const bar = progressBar();
  const onProgress = (fraction: number, label: string): void => bar({ fraction, label });
  const archive = createArchive({ root: () => root, headers: () => ({}) });
  const files = await archive.retrievePatient(await archive.patientOfStudy(studyUid), { onProgress });
  const named = restoreRecords(files).facts?.calibrations.map(({ series }) => series) ?? [];
  return named.length === 0 ? files : [...files, ...(await archive.retrieveSeries(named, { onProgress }))];
}

/** The facts that the words name, or those beside the images; null where there are none. */
async function statedFacts(file: string | null, folder: string | null): Promise<Facts | null> {
  const beside = folder === null ? null : join(folder, 'facts.json');
  const path = file ?? (beside !== null && (await stat(beside).catch(() => null))?.isFile() ? beside : null);
  return path === null ? null : readFacts(path);
}
