import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** The system's own Python: the one for which Debian's pydicom and numpy are installed. */
export const PYTHON = '/usr/bin/python3';
export const HAS_PYDICOM = spawnSync(PYTHON, ['-c', 'import pydicom, numpy'], { stdio: 'ignore' }).status === 0;

const CHANGE_DICOM = resolve(__dirname, '../../tools/changeDicom.py');

export interface DicomChange {
  readonly set?: Readonly<Record<string, string | readonly string[]>>;
  readonly remove?: readonly string[];
  readonly keepShareOfPixels?: number;
}

interface FactsJson {
  [key: string]: unknown;
  administrations: Record<string, unknown>[];
  calibrations: Record<string, unknown>[];
  effectiveHalfLives?: Record<string, unknown>;
}

/** A copy of a patient's folder by hard links (changed files are written anew), of which tests spoil a part. */
export class PatientCopy {
  readonly folder: string;

  constructor(patient: string, folder: string, keep: (name: string) => boolean = () => true) {
    this.folder = folder;
    for (const name of filesUnder(patient).filter(keep)) {
      const target = join(folder, name);
      mkdirSync(dirname(target), { recursive: true });
      linkSync(join(patient, name), target);
    }
  }

  /** Changes every file of a part of the folder. */
  change(part: string, change: DicomChange): this {
    const files = filesUnder(join(this.folder, part)).map(name => join(this.folder, part, name));
    const { status, stderr } = spawnSync(PYTHON, [CHANGE_DICOM, JSON.stringify(change), ...files], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return this;
  }

  /** Changes what the physicist states beside the images. */
  facts(change: (facts: FactsJson) => void): this {
    const path = join(this.folder, 'facts.json');
    const facts = JSON.parse(readFileSync(path, 'utf8')) as FactsJson;
    change(facts);
    rmSync(path);
    writeFileSync(path, JSON.stringify(facts));
    return this;
  }
}

/** Paths of all files under a folder, relative to it, in order. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** Names, sizes and times of change of all files: equal before and after means that nothing was touched. */
export function listing(folder: string): string[] {
  return filesUnder(folder).map(name => {
    const { size, mtimeMs } = statSync(join(folder, name));
    return `${name} ${String(size)} ${String(mtimeMs)}`;
  });
}
