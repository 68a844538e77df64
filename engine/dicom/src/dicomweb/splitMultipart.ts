import { GraywiseError } from '@graywise/physics';

const BLANK_LINE = [13, 10, 13, 10] as const;

/**
 * The bodies of a multipart/related answer (RFC 2387), as views into it.
 *
 * @param contentType - the header that names the boundary
 * Throws GW_ARCHIVE_GONE when the boundary is not stated or the last one is missing: the transfer was cut short.
 */
export function splitMultipart(bytes: Uint8Array, contentType: string): readonly Uint8Array[] {
  const name = /boundary="?([^";,]+)"?/i.exec(contentType)?.[1];
  if (name === undefined) throw new GraywiseError('GW_ARCHIVE_GONE', { found: `an answer of type "${contentType}"` });
  const boundary = new TextEncoder().encode(`--${name}`);
  const parts: Uint8Array[] = [];
  let start = indexOfBytes(bytes, boundary, 0);
  while (start >= 0 && !isClosing(bytes, start + boundary.length)) {
    const next = indexOfBytes(bytes, boundary, start + boundary.length);
    if (next < 0) throw new GraywiseError('GW_ARCHIVE_GONE', { found: 'an answer that was cut short' });
    const body = indexOfBytes(bytes, BLANK_LINE, start + boundary.length);
    if (body >= 0 && body < next) parts.push(bytes.subarray(body + BLANK_LINE.length, next - 2));
    start = next;
  }
  return parts;
}

function isClosing(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 45 && bytes[at + 1] === 45;
}

function indexOfBytes(bytes: Uint8Array, wanted: ArrayLike<number>, from: number): number {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < wanted.length && bytes[at + same] === wanted[same]) same += 1;
    if (same === wanted.length) return at;
  }
  return -1;
}
