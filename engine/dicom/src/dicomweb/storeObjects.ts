import type { Part10 } from '../write/part10.js';
import { GraywiseError } from '@graywise/physics';
import type { ArchiveAccess } from './archiveAccess.js';
import { archiveRequest } from './archiveRequest.js';
import { buildMultipart } from './buildMultipart.js';
import type { DicomJson } from './dicomJson.js';

const FAILED_SOP_SEQUENCE = '00081198';

/**
 * Stores objects by one STOW-RS request.
 *
 * The record's report comes last in the request and a course is restored from reports alone, so a request that breaks off leaves no record. An archive
 * that takes only some of the objects is refused with GW_ARCHIVE_REFUSED, one that does not answer with GW_ARCHIVE_GONE; storing again is safe.
 */
export async function storeObjects(access: ArchiveAccess, objects: readonly Part10[], signal?: AbortSignal): Promise<void> {
  const { body, contentType } = buildMultipart(objects);
  const response = await archiveRequest(access, {
    path: '/studies',
    accept: 'application/dicom+json',
    method: 'POST',
    contentType,
    body,
    signal,
  });
  const text = await response.text().catch(() => {
    throw new GraywiseError('GW_ARCHIVE_GONE', { found: 'the end of its answer is missing' });
  });
  const failed = text.startsWith('{') ? ((JSON.parse(text) as DicomJson)[FAILED_SOP_SEQUENCE]?.Value?.length ?? 0) : 0;
  if (failed > 0)
    throw new GraywiseError('GW_ARCHIVE_REFUSED', {
      where: 'the objects',
      found: `${String(failed)} of ${String(objects.length)} were not taken`,
    });
}
