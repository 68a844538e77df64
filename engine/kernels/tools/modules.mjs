import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the C sources. */
export const sourceFolder = join(dirname(fileURLToPath(import.meta.url)), '..', 'c');

/**
 * The modules that are built, each from one C file that includes its parts: one translation unit, so that the hot loops are compiled together.
 *
 * Arithmetic is strict (no contraction, no reordering): WebAssembly and the native build then give the same bits. A square root is an instruction there and
 * here: nobody asks for errno.
 */
export const modules = [
  { name: 'convolution', flags: ['-msimd128', '-DLANES=4'], nativeLanes: true },
  { name: 'transport', flags: ['-msimd128'], nativeLanes: false },
];

export const strictArithmetic = ['-O3', '-ffp-contract=off', '-fno-math-errno'];

/** Every C source and header by its path below the source folder. */
export function readSources() {
  const names = readdirSync(sourceFolder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.[ch]$/.test(entry.name))
    .map(entry => relative(sourceFolder, join(entry.parentPath, entry.name)));
  return Object.fromEntries(names.sort().map(name => [name, readFileSync(join(sourceFolder, name), 'utf8')]));
}
