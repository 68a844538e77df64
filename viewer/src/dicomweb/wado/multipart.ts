import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** One part of an answer. The body is made when its turn comes, so that a whole study never stands in memory. */
export interface Part {
  readonly contentType: string;
  readonly body: () => Promise<Uint8Array> | Uint8Array;
}

/** Sends an answer of several parts as multipart/related (RFC 2387); `type` is the media type of the parts. */
export function sendMultipart(reply: FastifyReply, type: string, parts: readonly Part[]): FastifyReply {
  const boundary = randomUUID();
  return reply
    .header('content-type', `multipart/related; type="${type}"; boundary=${boundary}`)
    .send(Readable.from(encode(boundary, parts), { objectMode: false }));
}

async function* encode(boundary: string, parts: readonly Part[]): AsyncGenerator<Uint8Array> {
  for (const { contentType, body } of parts) {
    // The body before its header: a file that cannot be read must not look like an empty part.
    const bytes = await body();
    yield Buffer.from(`--${boundary}\r\nContent-Type: ${contentType}\r\nContent-Length: ${String(bytes.byteLength)}\r\n\r\n`);
    yield bytes;
    yield Buffer.from('\r\n');
  }
  yield Buffer.from(`--${boundary}--\r\n`);
}
