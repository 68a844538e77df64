import type { Part10 } from '@graywise/dicom';
import { pace } from './pace.js';
import type { PhantomOptions } from './phantomOptions.js';

/** Files made together, and how many of them one pause serves. */
export interface FileBatch {
  readonly count: number;
  readonly files: Iterable<Part10>;
}

/** Where a batch lies in the whole, as shares from 0 to 1. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

const FILES_PER_PAUSE = 8;

/** The files of a batch with progress told, cancelling heeded and the thread left to others now and then. */
export async function* pacedFiles(
  batch: FileBatch,
  options: PhantomOptions,
  { from, to, label }: Stretch,
): AsyncGenerator<Part10, void, void> {
  let made = 0;
  for (const file of batch.files) {
    if (made++ % FILES_PER_PAUSE === 0) await pace(options, from + ((to - from) * (made - 1)) / batch.count, label);
    yield file;
  }
}
