import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Every file below a folder, as paths below it, in a stable order. Names that begin with a dot are left out. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter(name => !name.split(path.sep).some(part => part.startsWith('.')))
    .sort();
}
