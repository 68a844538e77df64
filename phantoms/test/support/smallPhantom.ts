import { createHash } from 'node:crypto';
import type { Part10 } from '@graywise/dicom';
import { luDotatate, type PhantomOptions } from '../../src/index.js';

/** Every file of a small phantom with one cycle, by name; with `last` those up to a file, so that nothing after it is made. */
export async function smallPhantom(options: Partial<PhantomOptions> = {}, last?: string): Promise<Map<string, Part10>> {
  const files = new Map<string, Part10>();
  for await (const file of luDotatate({ seed: 1, size: 'small', cycles: 1, ...options })) {
    files.set(file.name, file);
    if (file.name === last) break;
  }
  return files;
}

/** One hash of the names and bytes of all files. */
export function fingerprint(files: ReadonlyMap<string, Part10>): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of files.values()) hash.update(name).update(bytes);
  return hash.digest('hex');
}
