/** One object of a DICOM JSON answer, by tag. */
export type DicomJson = Readonly<Record<string, { readonly Value?: readonly unknown[] } | undefined>>;

/** The tags that searches of the archive ask for. */
export const SEARCH_TAGS = {
  patientId: '00100020',
  patientName: '00100010',
  studyInstanceUid: '0020000D',
  seriesInstanceUid: '0020000E',
  modality: '00080060',
  modalitiesInStudy: '00080061',
  seriesDescription: '0008103E',
  seriesDate: '00080021',
  studyDate: '00080020',
} as const;

/** The values of a tag as text; names as their alphabetic form. */
export function textsOf(object: DicomJson, tag: string): readonly string[] {
  return (object[tag]?.Value ?? []).map(value => (isName(value) ? value.Alphabetic : String(value)));
}

function isName(value: unknown): value is { readonly Alphabetic: string } {
  return typeof value === 'object' && value !== null && 'Alphabetic' in value;
}
