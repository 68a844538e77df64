import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, installDebianPackages, run } from '../tools/ensureInstalled.mjs';

/**
 * `npm run bench [-- NAME ...]`: the product's speed and memory against the tools of the field, one line per figure.
 *
 * Every file of bench/rows yields lines (see README.md); with names, only the files whose name holds one of them run.
 */
ensureInstalled();
const missing = installDebianPackages([
  { program: '/usr/share/doc/python3-scipy', name: 'python3-scipy' },
  { program: 'gcc', name: 'gcc' },
  { program: '/usr/include/stdlib.h', name: 'libc6-dev' },
]);
if (missing.length > 0) process.stderr.write(`Not installed here: ${missing.join(', ')}. Figures that need them are left open.\n`);
run('npm', ['run', '--silent', 'build:types']);

const baselines = {
  python: missing.includes('python3-scipy') ? null : '/usr/bin/python3',
  gcc: !missing.includes('gcc') && !missing.includes('libc6-dev'),
};
const wanted = process.argv.slice(2);
const files = readdirSync(join(import.meta.dirname, 'rows'))
  .filter(file => file.endsWith('.mjs') && (wanted.length === 0 || wanted.some(name => file.includes(name))))
  .sort();
if (files.length === 0) throw new Error(`No file in bench/rows has a name with ${wanted.join(' or ')}.`);
for (const file of files) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'runRows.mjs'), file, JSON.stringify(baselines)], {
    stdio: 'inherit',
  });
  // One file that fails must not hide what the others measured.
  if (status !== 0) {
    process.stdout.write(`${file} failed.\n`);
    process.exitCode = 1;
  }
}
