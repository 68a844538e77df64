/** A concept of a coding scheme: what DICOM uses instead of words. */
export interface Code {
  readonly value: string;
  readonly scheme: string;
  readonly meaning: string;
}

export const snomed = (value: string, meaning: string): Code => ({ value, scheme: 'SCT', meaning });
export const dicomCode = (value: string, meaning: string): Code => ({ value, scheme: 'DCM', meaning });
export const ucum = (value: string, meaning = value): Code => ({ value, scheme: 'UCUM', meaning });
