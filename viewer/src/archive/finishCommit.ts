import { readdir, readFile, rename, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { describeInstance } from './describeInstance.js';
import { instancePath } from './instancePath.js';

/** Moves the files of a complete upload to their places: what a crash kept from being done. Safe to repeat. */
export async function finishCommit(directory: string, committedFolder: string): Promise<void> {
  for (const name of await readdir(committedFolder)) {
    const source = path.join(committedFolder, name);
    const target = instancePath(directory, describeInstance(await readFile(source), 'an upload'));
    await mkdir(path.dirname(target), { recursive: true });
    await rename(source, target);
  }
  await rm(committedFolder, { recursive: true });
}
