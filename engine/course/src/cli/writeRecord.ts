import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Part10 } from '@graywise/dicom';

/** Writes the objects of a record into a folder, all or none: they are written aside and moved when all are there. Returns the file names. */
export async function writeRecord(objects: readonly Part10[], folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const aside = join(folder, `.writing-${String(process.pid)}`);
  await mkdir(aside, { recursive: true });
  try {
    for (const object of objects) await writeFile(join(aside, object.name), object.bytes);
    for (const object of objects) await rename(join(aside, object.name), join(folder, object.name));
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return objects.map(({ name }) => name);
}
