import dcmjs from 'dcmjs';
import { GraywiseError } from '@graywise/physics';
import { hasPreamble } from './hasPreamble.js';
import { textOf } from './textOf.js';
import { withPixelSigns } from './withPixelSigns.js';

/** One element as dcmjs reads it: sequences hold datasets, binary values hold ArrayBuffers. */
export interface DatasetElement {
  readonly vr: string;
  readonly Value: readonly unknown[];
}

/** A dataset by tag: eight upper-case hexadecimal digits. */
export type Dataset = Readonly<Record<string, DatasetElement>>;

/** A DICOM file in memory. */
export interface DicomFile {
  readonly transferSyntaxUid: string;
  readonly dataset: Dataset;
}

const IMPLICIT = '1.2.840.10008.1.2';

// dcmjs reports odd values on the console, and values are identifiers: nothing of a patient may reach a log.
dcmjs.log.setLevel('silent', false);
dcmjs.log.getLogger('validation.dcmjs').setLevel('silent', false);

/**
 * Reads a DICOM file (PS3.10) in any transfer syntax; text comes out as Unicode, pixel data as stored.
 *
 * `where` names the file in a refusal. Throws GW_NOT_DICOM.
 */
export function readDataset(bytes: Uint8Array, where: string): DicomFile {
  if (!hasPreamble(bytes)) throw new GraywiseError('GW_NOT_DICOM', { where, found: 'it does not begin as a DICOM file' });
  try {
    const file = parse(bytes);
    const transferSyntaxUid = textOf(file.meta, '00020010');
    return { transferSyntaxUid, dataset: transferSyntaxUid === IMPLICIT ? withPixelSigns(file.dict) : file.dict };
  } catch {
    throw new GraywiseError('GW_NOT_DICOM', { where, found: 'its elements cannot be followed to the end' });
  }
}

function parse(bytes: Uint8Array): ReturnType<typeof dcmjs.data.DicomMessage.readFile> {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  try {
    return dcmjs.data.DicomMessage.readFile(buffer);
  } catch (error) {
    // dcmjs refuses more than one character set, and reads the text with the first one when told to go on; any other fault stands.
    if (!/multiple character sets/.test(String(error))) throw error;
    return dcmjs.data.DicomMessage.readFile(buffer, { ignoreErrors: true });
  }
}
