import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the repository. */
export const root = join(import.meta.dirname, '..');

/** The Node that the repository brings, so that every command runs the same one on any machine. */
export const node = join(root, 'node_modules', '.bin', 'node');

/** Runs a command in the repository with the repository's own Node first in the path; ends this process when it fails. */
export function run(command, args, options = {}) {
  const path = `${join(root, 'node_modules', '.bin')}:${process.env.PATH ?? ''}`;
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options, env: { ...process.env, PATH: path, ...options.env } });
  if (done.error) throw done.error;
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** Installs the packages of the lock file when they are missing or older than it. */
export function ensureInstalled() {
  const marker = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(marker) && existsSync(node) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs) return;
  process.stderr.write('Installing packages …\n');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Whether a program is on the path, or a file at its absolute path. */
export function has(program) {
  if (program.startsWith('/')) return existsSync(program);
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

/** Installs Debian packages when programs of theirs are missing and this machine lets us; gives the names of those that are missing still. */
export function installDebianPackages(packages) {
  const missing = () => packages.filter(({ program }) => !has(program)).map(({ name }) => name);
  const names = missing();
  if (names.length === 0 || process.getuid?.() !== 0 || !has('apt-get')) return names;
  process.stderr.write(`Installing ${names.join(', ')} …\n`);
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], options);
  return missing();
}

/** Installs Debian packages when programs of theirs are missing; where that is not possible it says what to do and ends this process. */
export function ensureDebianPackages(packages) {
  const missing = installDebianPackages(packages);
  if (missing.length === 0) return;
  process.stderr.write(`Missing programs: ${missing.join(', ')}. Install them with your package manager, then run again.\n`);
  process.exit(1);
}

/** The version stated in package.json. */
export function version() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}
