import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Part10 } from '../../src/index.js';

type Folder = 'dialects' | 'regions';

const GOLDEN = join(__dirname, '../golden');
const BLOCK = 512;
const archives = new Map<Folder, Part10[]>();

/** The DICOM files of one golden case, in the order of their names. */
export function goldenFiles(folder: Folder, name: string): Part10[] {
  const files = archives.get(folder) ?? readArchive(folder);
  archives.set(folder, files);
  return files.filter(file => file.name.startsWith(`${name}/`));
}

/** What the independent program expects of every case of a folder. */
export function goldenExpectations<T>(folder: Folder): Record<string, T> {
  return JSON.parse(readFileSync(join(GOLDEN, `${folder}.json`), 'utf8')) as Record<string, T>;
}

/** Reads a ustar archive: a header block with name and octal size, then the content in whole blocks. */
function readArchive(folder: Folder): Part10[] {
  const archive = gunzipSync(readFileSync(join(GOLDEN, `${folder}.tar.gz`)));
  const text = (start: number, length: number): string => archive.toString('latin1', start, start + length).replace(/\0.*$/s, '');
  const files: Part10[] = [];
  for (let offset = 0; offset < archive.length && archive[offset] !== 0;) {
    const size = parseInt(text(offset + 124, 12), 8);
    const start = offset + BLOCK;
    files.push({ name: text(offset, 100), bytes: new Uint8Array(archive.subarray(start, start + size)) });
    offset = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}
