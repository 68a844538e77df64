import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFacts, type Part10 } from '@graywise/dicom';
import { GraywiseError, type Facts } from '@graywise/physics';
import type { CourseEngine, CourseOverview } from '../engine/courseEngine.js';
import { progressBar } from './progressBar.js';
import type { Arguments } from './readArguments.js';
import { readFolder } from './readFolder.js';

/** Imports the folder or the study of an archive that the words name, with its facts and the records beside it. */
export async function loadCourse(engine: CourseEngine, given: Arguments): Promise<CourseOverview> {
  const folder = given.free[0] ?? null;
  const facts = await readFacts(given.text('facts'), folder);
  const records = given.text('records');
  const files = [...(await readSource(folder)), ...(records === null ? [] : await readFolder(records))];
  return engine.importFiles(files, facts, { onProgress: progressBar() });
}

async function readSource(folder: string | null): Promise<Part10[]> {
  if (folder === null) throw new GraywiseError('GW_USAGE', { expected: 'a folder', found: 'none' });
  return readFolder(folder);
}

async function readFacts(file: string | null, folder: string | null): Promise<Facts | null> {
  const beside = folder === null ? null : join(folder, 'facts.json');
  const path = file ?? (beside !== null && (await stat(beside).catch(() => null))?.isFile() ? beside : null);
  if (path === null) return null;
  const text = await readFile(path, 'utf8').catch(() => {
    throw new GraywiseError('GW_FACTS_INVALID', { where: path, expected: 'a readable file', found: 'none' });
  });
  return parseFacts(parseJson(text, path));
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw new GraywiseError('GW_FACTS_INVALID', {
      where: path,
      expected: 'JSON',
      found: fault instanceof Error ? fault.message : 'something else',
    });
  }
}
