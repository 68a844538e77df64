import type { Part10 } from '../write/part10.js';
import { parsePart10 } from './parsePart10.js';

/** The SOP Class UID of a DICOM file; empty when it states none. Throws GW_NOT_DICOM. */
export function sopClassOf(file: Part10): string {
  return parsePart10(file).dataset.text('SOPClassUID') ?? '';
}
