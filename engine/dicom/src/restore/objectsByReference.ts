import type { ObjectReference } from '@graywise/physics';
import { parsePart10 } from '../part10/parsePart10.js';
import type { Part10 } from '../write/part10.js';

/** The files that references name, in the order of the references; those that are not among `files` are left out. */
export function objectsByReference(files: readonly Part10[], references: readonly ObjectReference[]): Part10[] {
  const byUid = new Map(files.map(file => [parsePart10(file).dataset.text('SOPInstanceUID'), file]));
  return references.flatMap(({ sopInstanceUid }) => byUid.get(sopInstanceUid) ?? []);
}
