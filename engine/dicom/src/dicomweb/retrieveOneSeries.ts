import type { Part10 } from '../write/part10.js';
import { GraywiseError } from '@graywise/physics';
import type { ArchiveAccess } from './archiveAccess.js';
import { archiveRequest } from './archiveRequest.js';
import { splitMultipart } from './splitMultipart.js';

const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';

/** All objects of a series by WADO-RS, uncompressed when the archive can do that, else as they are stored. */
export async function retrieveOneSeries(
  access: ArchiveAccess,
  studyUid: string,
  seriesUid: string,
  signal?: AbortSignal,
): Promise<readonly Part10[]> {
  const path = `/studies/${studyUid}/series/${seriesUid}`;
  const response = await request(EXPLICIT_LITTLE_ENDIAN).catch((fault: unknown) => {
    if (fault instanceof GraywiseError && fault.code === 'GW_ARCHIVE_REFUSED') return request('*');
    throw fault;
  });
  const body = await response.arrayBuffer().catch((fault: unknown) => {
    if (signal?.aborted) throw new GraywiseError('GW_CANCELLED', { where: 'the transfer' });
    throw new GraywiseError('GW_ARCHIVE_GONE', { found: fault instanceof Error ? fault.message : 'an answer that was cut short' });
  });
  const bodies = splitMultipart(new Uint8Array(body), response.headers.get('content-type') ?? '');
  return bodies.map((bytes, index) => ({ name: `${seriesUid}/${String(index + 1)}.dcm`, bytes: bytes.slice() }));

  function request(transferSyntax: string): Promise<Response> {
    return archiveRequest(access, {
      path,
      accept: `multipart/related; type="application/dicom"; transfer-syntax=${transferSyntax}`,
      signal,
    });
  }
}
