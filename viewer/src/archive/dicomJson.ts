/** One element of the DICOM JSON model (PS3.18 Annex F). */
export interface DicomJsonElement {
  readonly vr: string;
  readonly Value?: readonly unknown[];
  readonly BulkDataURI?: string;
}

/** A dataset of the DICOM JSON model, by tag: eight upper-case hexadecimal digits. */
export type DicomJson = Readonly<Record<string, DicomJsonElement>>;
