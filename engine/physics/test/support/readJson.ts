import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A JSON file of this package, by its path from the package's folder. */
export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(__dirname, '..', '..', path), 'utf8')) as T;
}
