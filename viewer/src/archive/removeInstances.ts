import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Archive } from './archive.js';
import { instancePath } from './instancePath.js';
import type { Selection } from './openIndex.js';

/** Removes the selected instances from the archive and says how many there were. */
export function removeInstances(archive: Archive, selection: Selection): number {
  const identities = archive.index.identities(selection);
  archive.forget(identities);
  for (const identity of identities) {
    const file = instancePath(archive.directory, identity);
    rmSync(file, { force: true });
    removeWhenEmpty(path.dirname(file));
    removeWhenEmpty(path.dirname(path.dirname(file)));
  }
  // Files first: an entry without a file is dropped at the next start, a file without an entry would come back.
  archive.index.remove(identities);
  return identities.length;
}

function removeWhenEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}
