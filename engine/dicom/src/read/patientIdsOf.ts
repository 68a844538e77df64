import { parsePart10 } from '../part10/parsePart10.js';
import type { Part10 } from '../write/part10.js';

/** The identifiers of the patients, with who issued them, that objects belong to; each once. Throws GW_NOT_DICOM for a file that is none. */
export function patientIdsOf(files: readonly Part10[]): string[] {
  const ids = files.map(file => {
    const { dataset } = parsePart10(file);
    return JSON.stringify([dataset.text('PatientID') ?? '', dataset.text('IssuerOfPatientID') ?? '']);
  });
  return [...new Set(ids)];
}
