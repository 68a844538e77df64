import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { GraywiseError } from '@graywise/physics';
import { INCOMING, type Archive } from './archive.js';
import { commitUpload, type StagedInstance } from './commitUpload.js';
import { describeInstance } from './describeInstance.js';
import { hasPreamble } from './hasPreamble.js';
import type { InstanceRecord } from './instanceIdentity.js';
import { instancePath } from './instancePath.js';
import { listFiles } from './listFiles.js';

/** What an import did with the files of a folder. */
export interface ImportOutcome {
  /** DICOM files that are in the archive now. */
  readonly instances: number;
  /** Files that are not DICOM, such as truth.json. */
  readonly ignored: readonly string[];
}

/**
 * Copies all DICOM files of a folder into the archive, all or none; the folder is only read. Files that are there already are left alone.
 *
 * Throws GW_ARCHIVE_REFUSED when the archive holds the same UIDs with other content. `onProgress` hears the fraction done, 0 to 1.
 */
export async function importFolder(
  archive: Archive,
  folder: string,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<ImportOutcome> {
  const staging = path.join(archive.directory, `${INCOMING}${randomUUID()}`);
  await mkdir(staging);
  try {
    const { staged, held, ignored } = await stageFolder(archive, folder, staging, onProgress);
    const conflicts = commitUpload(archive, staging, staged);
    if (conflicts.length > 0) throw refusal(conflicts.length);
    return { instances: held + staged.length, ignored };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function stageFolder(
  archive: Archive,
  folder: string,
  staging: string,
  onProgress: (fraction: number) => void,
): Promise<{ staged: StagedInstance[]; held: number; ignored: string[] }> {
  const staged: StagedInstance[] = [];
  const ignored: string[] = [];
  const names = await listFiles(folder);
  for (const [number, name] of names.entries()) {
    const source = path.join(folder, name);
    const bytes = await readFile(source);
    if (!hasPreamble(bytes)) ignored.push(name);
    else {
      const record = describeInstance(bytes, name);
      const file = path.join(staging, `${String(number)}.dcm`);
      // An object that is there already needs no copy: at every start but the first, that is all of them.
      if (!(await isStored(archive, record, bytes))) {
        await copyFile(source, file, constants.COPYFILE_FICLONE);
        staged.push({ file, record });
      }
    }
    onProgress((number + 1) / names.length);
  }
  return { staged, held: names.length - ignored.length - staged.length, ignored };
}

async function isStored(archive: Archive, record: InstanceRecord, bytes: Uint8Array): Promise<boolean> {
  const [identity] = archive.index.identities({ sopInstanceUid: record.sopInstanceUid });
  return identity !== undefined && (await readFile(instancePath(archive.directory, identity))).equals(bytes);
}

function refusal(conflicts: number): GraywiseError {
  return new GraywiseError('GW_ARCHIVE_REFUSED', {
    where: 'the folder',
    found: `${String(conflicts)} of its objects are stored already with other content`,
  });
}
