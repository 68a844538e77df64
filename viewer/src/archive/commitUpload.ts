import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { COMMITTED, INCOMING, type Archive } from './archive.js';
import type { InstanceRecord } from './instanceIdentity.js';
import { instancePath } from './instancePath.js';

/** One file of an upload, and what it says of itself. */
export interface StagedInstance {
  readonly file: string;
  readonly record: InstanceRecord;
}

/**
 * Keeps all files of an upload, or none: returns the instances that stand against it (the archive, or the upload itself, holds the same UID with
 * other content), and then nothing has changed.
 *
 * The work is synchronous on purpose: between the check and the last rename no other upload can come in. Files that the archive already
 * has with the same bytes are simply dropped, so that sending again is safe.
 */
export function commitUpload(archive: Archive, folder: string, staged: readonly StagedInstance[]): readonly InstanceRecord[] {
  const fresh = new Map<string, StagedInstance>();
  const conflicts: InstanceRecord[] = [];
  for (const instance of staged) {
    const uid = instance.record.sopInstanceUid;
    const held = fresh.get(uid)?.file ?? storedFile(archive, uid);
    if (held === null) fresh.set(uid, instance);
    else if (readFileSync(held).equals(readFileSync(instance.file))) rmSync(instance.file);
    else conflicts.push(instance.record);
  }
  if (conflicts.length > 0) return conflicts;
  keep(archive, folder, [...fresh.values()]);
  return [];
}

function storedFile(archive: Archive, sopInstanceUid: string): string | null {
  const [identity] = archive.index.identities({ sopInstanceUid });
  if (identity === undefined) return null;
  const file = instancePath(archive.directory, identity);
  return existsSync(file) ? file : null;
}

function keep(archive: Archive, folder: string, fresh: readonly StagedInstance[]): void {
  const committed = path.join(archive.directory, path.basename(folder).replace(INCOMING, COMMITTED));
  renameSync(folder, committed);
  for (const { file, record } of fresh) {
    const target = instancePath(archive.directory, record);
    mkdirSync(path.dirname(target), { recursive: true });
    renameSync(path.join(committed, path.basename(file)), target);
  }
  archive.index.add(fresh.map(({ record }) => record));
  rmSync(committed, { recursive: true });
}
