import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describeInstance } from './describeInstance.js';
import type { InstanceRecord } from './instanceIdentity.js';
import { instancePath } from './instancePath.js';
import { listFiles } from './listFiles.js';
import type { ArchiveIndex } from './openIndex.js';

// Records written in one transaction: large enough to be fast, small enough to hold in memory.
const BATCH = 200;

/** Brings the index to what the files say: files it does not know are read, entries without a file go. */
export async function reconcileIndex(directory: string, index: ArchiveIndex): Promise<void> {
  const files = new Set((await listFiles(directory)).filter(name => name.endsWith('.dcm')));
  const indexed = index.identities({});
  index.remove(indexed.filter(identity => !files.has(path.relative(directory, instancePath(directory, identity)))));
  for (const identity of indexed) files.delete(path.relative(directory, instancePath(directory, identity)));
  let batch: InstanceRecord[] = [];
  for (const name of files) {
    batch.push(describeInstance(await readFile(path.join(directory, name)), 'a stored object'));
    if (batch.length === BATCH) {
      index.add(batch);
      batch = [];
    }
  }
  index.add(batch);
}
