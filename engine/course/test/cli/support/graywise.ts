import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const PROGRAM = resolve(__dirname, '../../../bin/graywise.mjs');

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly complaints: string;
}

/** Runs the built command line as a process of its own, as a person would. */
export function graywise(...words: string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return { code: status, out: stdout, complaints: stderr };
}

/** The one JSON document of a run that must succeed. */
export function answered<T>(run: Run): T {
  if (run.code !== 0) throw new Error(`exit code ${String(run.code)}: ${run.complaints.slice(-2000)}`);
  return JSON.parse(run.out) as T;
}

/** Writes the small phantom of seed 3 into a folder and returns the folder of the patient. */
export function smallPhantom(folder: string): string {
  const patient = join(folder, 'patient');
  answered(graywise('phantom', 'lu-dotatate', '--seed', '3', '--size', 'small', '--out', patient, '--json'));
  return patient;
}
