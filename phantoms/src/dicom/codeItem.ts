import type { NaturalDataset } from '@graywise/dicom';

/** One item of a code sequence. */
export function codeItem(value: string, scheme: 'SCT' | 'DCM' | 'UCUM', meaning: string): NaturalDataset {
  return { CodeValue: value, CodingSchemeDesignator: scheme, CodeMeaning: meaning };
}
