import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Part10 } from '@graywise/dicom';
import { GraywiseError } from '@graywise/physics';

/** Every DICOM file under a folder, named relative to it, in the order of the names. The folder is only read. Throws GW_NO_IMAGES. */
export async function readFolder(folder: string): Promise<Part10[]> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new GraywiseError('GW_NO_IMAGES', { where: folder });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  const files: Part10[] = [];
  for (const path of paths.sort()) {
    const bytes = new Uint8Array(await readFile(path));
    if (isPart10(bytes)) files.push({ name: relative(folder, path).replaceAll('\\', '/'), bytes });
  }
  if (files.length === 0) throw new GraywiseError('GW_NO_IMAGES', { where: folder });
  return files;
}

/** DICOM files carry the letters DICM after a preamble of 128 bytes (PS3.10 section 7.1). */
function isPart10(bytes: Uint8Array): boolean {
  return bytes.length > 132 && String.fromCharCode(...bytes.subarray(128, 132)) === 'DICM';
}
