const BOUNDARY = 'a-boundary';

/** The Content-Type of a STOW-RS request. */
export const STOW_TYPE = `multipart/related; type="application/dicom"; boundary=${BOUNDARY}`;

/** The body of a STOW-RS request. */
export function stowBody(files: readonly Uint8Array[], contentType = 'application/dicom'): Buffer {
  const parts = files.flatMap(file => [Buffer.from(`--${BOUNDARY}\r\nContent-Type: ${contentType}\r\n\r\n`), file, Buffer.from('\r\n')]);
  return Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

/** Sends files to an archive. */
export function stow(url: string, files: readonly Uint8Array[], path = '/studies'): Promise<Response> {
  return fetch(url + path, { method: 'POST', headers: { 'content-type': STOW_TYPE }, body: new Uint8Array(stowBody(files)) });
}

/** One part of a multipart answer. */
export interface ReceivedPart {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Takes a multipart answer apart. */
export async function receivedParts(response: Response): Promise<ReceivedPart[]> {
  const boundary = /boundary="?([^";]+)/.exec(response.headers.get('content-type') ?? '')?.[1] ?? '';
  const body = Buffer.from(await response.arrayBuffer());
  const delimiter = Buffer.from(`--${boundary}`);
  const parts: ReceivedPart[] = [];
  let start = body.indexOf(delimiter);
  for (let end = body.indexOf(delimiter, start + 1); end >= 0; end = body.indexOf(delimiter, start + 1)) {
    const part = body.subarray(start + delimiter.length + 2, end - 2);
    const head = part.indexOf('\r\n\r\n');
    parts.push({ type: /content-type: (.*)/i.exec(part.toString('latin1', 0, head))?.[1]?.trim() ?? '', bytes: part.subarray(head + 4) });
    start = end;
  }
  return parts;
}
