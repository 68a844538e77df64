import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Part10 } from '@graywise/dicom';

/** The system's own Python: the one for which Debian's pydicom and numpy are installed. */
export const PYTHON = '/usr/bin/python3';

/** Whether a program runs here. Tests against independent programs are skipped, by name, where it does not. */
export function runs(program: string, ...argumentsOfProgram: string[]): boolean {
  return spawnSync(program, argumentsOfProgram, { stdio: 'ignore' }).error === undefined;
}

export const HAS_PYDICOM = spawnSync(PYTHON, ['-c', 'import pydicom, numpy'], { stdio: 'ignore' }).status === 0;
export const HAS_DCIODVFY = runs('dciodvfy', '-version');
export const HAS_DCMTK = runs('dsrdump', '--version');

/** Output and errors of a program as one text. */
export function outputOf(program: string, ...argumentsOfProgram: string[]): { readonly status: number | null; readonly text: string } {
  const { status, stdout, stderr } = spawnSync(program, argumentsOfProgram, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return { status, text: stdout + stderr };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Puts files into a folder of their own, which goes when the tests of the file are done, and returns their paths. */
export function saved(files: readonly Part10[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'graywise-'));
  folders.push(folder);
  return files.map(({ name, bytes }) => {
    const path = join(folder, basename(name));
    writeFileSync(path, bytes);
    return path;
  });
}
