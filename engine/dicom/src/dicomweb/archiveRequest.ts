import { GraywiseError } from '@graywise/physics';
import type { ArchiveAccess } from './archiveAccess.js';

/** An archive may answer with a whole page; its beginning says enough. */
const LONGEST_REASON = 300;

export interface ArchiveRequest {
  readonly path: string;
  readonly accept: string;
  readonly method?: 'GET' | 'POST';
  readonly contentType?: string;
  readonly body?: Blob;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks the archive with the viewer's own authorization.
 *
 * Throws GW_CANCELLED when the signal fires, GW_ARCHIVE_GONE when the archive cannot be reached or fails (status 5xx), GW_ARCHIVE_REFUSED when it says no.
 */
export async function archiveRequest(access: ArchiveAccess, request: ArchiveRequest): Promise<Response> {
  const headers = { ...access.headers(), Accept: request.accept, ...(request.contentType && { 'Content-Type': request.contentType }) };
  const response = await fetch(`${access.root()}${request.path}`, {
    method: request.method ?? 'GET',
    headers,
    body: request.body ?? null,
    signal: request.signal ?? null,
  }).catch((fault: unknown) => {
    if (request.signal?.aborted) throw new GraywiseError('GW_CANCELLED', { where: 'the transfer' });
    throw new GraywiseError('GW_ARCHIVE_GONE', { found: fault instanceof Error ? fault.message : 'no answer' });
  });
  if (response.ok) return response;
  const reason = (await response.text().catch(() => '')).slice(0, LONGEST_REASON);
  const found = `status ${String(response.status)}${reason === '' ? '' : `, ${reason}`}`;
  if (response.status >= 500) throw new GraywiseError('GW_ARCHIVE_GONE', { found });
  throw new GraywiseError('GW_ARCHIVE_REFUSED', { where: request.method === 'POST' ? 'the objects' : 'the search', found });
}
