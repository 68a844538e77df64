import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { COMMITTED, INCOMING, type Archive } from './archive.js';
import { finishCommit } from './finishCommit.js';
import { keepRecentFiles } from './keepRecentFiles.js';
import { openIndex, type ArchiveIndex } from './openIndex.js';
import { reconcileIndex } from './reconcileIndex.js';

const INDEX_FILE = '.index.sqlite';

/**
 * Opens the archive in a folder, which is made when missing.
 *
 * What a crash left behind is settled first: an upload that was not complete is thrown away, a complete one is finished, and the
 * index is brought to what the files say.
 */
export async function openArchive(directory: string): Promise<Archive> {
  await mkdir(directory, { recursive: true });
  for (const name of await readdir(directory)) {
    if (name.startsWith(INCOMING)) await rm(path.join(directory, name), { recursive: true, force: true });
    if (name.startsWith(COMMITTED)) await finishCommit(directory, path.join(directory, name));
  }
  const index = await openOrRemakeIndex(directory);
  await reconcileIndex(directory, index);
  const files = keepRecentFiles(directory);
  return {
    directory,
    index,
    openFile: files.open,
    forget: files.forget,
    close: () => {
      index.close();
    },
  };
}

async function openOrRemakeIndex(directory: string): Promise<ArchiveIndex> {
  const file = path.join(directory, INDEX_FILE);
  try {
    return openIndex(file);
  } catch {
    // The index holds nothing that the files do not: a damaged or older one is made again.
    for (const suffix of ['', '-wal', '-shm']) await rm(file + suffix, { force: true });
    return openIndex(file);
  }
}
