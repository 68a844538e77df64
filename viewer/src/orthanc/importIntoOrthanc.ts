import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { GraywiseError } from '@graywise/physics';
import { hasPreamble } from '../archive/hasPreamble.js';
import { listFiles } from '../archive/listFiles.js';
import type { Orthanc } from './startOrthanc.js';

/** Sends all DICOM files of a folder to Orthanc; those it has stay as they are. `onProgress` hears the fraction done. Throws GW_ARCHIVE_REFUSED. */
export async function importIntoOrthanc(
  orthanc: Orthanc,
  folder: string,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<void> {
  const names = await listFiles(folder);
  for (const [number, name] of names.entries()) {
    const body = await readFile(path.join(folder, name));
    if (hasPreamble(body)) {
      const answer = await fetch(`${orthanc.url}/instances`, { method: 'POST', headers: { authorization: orthanc.authorization }, body });
      if (!answer.ok) throw new GraywiseError('GW_ARCHIVE_REFUSED', { where: name, found: `Orthanc answered ${String(answer.status)}` });
    }
    onProgress((number + 1) / names.length);
  }
}
