import type { ArchiveAccess } from './archiveAccess.js';
import { archiveRequest } from './archiveRequest.js';
import type { DicomJson } from './dicomJson.js';

/** A QIDO-RS search. `path` such as `/studies`; an archive that finds nothing may answer without a body. */
export async function searchArchive(
  access: ArchiveAccess,
  path: string,
  query: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<readonly DicomJson[]> {
  const response = await archiveRequest(access, {
    path: `${path}?${new URLSearchParams(query).toString()}`,
    accept: 'application/dicom+json',
    signal,
  });
  const text = await response.text();
  return text === '' ? [] : (JSON.parse(text) as readonly DicomJson[]);
}
