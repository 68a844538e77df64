import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { GraywiseError } from '@graywise/physics';
import { luDotatate } from './course/luDotatate.js';
import type { PhantomOptions } from './course/phantomOptions.js';
import { PHANTOM_NAMES } from './phantomNames.js';

/** Which phantom to write, and where to. */
export interface WritePhantomOptions extends Omit<PhantomOptions, 'cameraBlur'> {
  readonly name: string;
  /** The folder; it is made when it does not exist. */
  readonly out: string;
  readonly noBlur?: boolean;
}

/** Writes a phantom as a folder of DICOM files with `truth.json` and `facts.json`; returns the number of files. Throws GW_USAGE for an unknown name. Node only. */
export async function writePhantom({ name, out, noBlur = false, ...options }: WritePhantomOptions): Promise<number> {
  if (!PHANTOM_NAMES.includes(name)) throw new GraywiseError('GW_USAGE', { expected: `one of ${PHANTOM_NAMES.join(', ')}`, found: name });
  let files = 0;
  for await (const file of luDotatate({ ...options, cameraBlur: !noBlur })) {
    const path = join(out, file.name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.bytes);
    files++;
  }
  return files;
}
