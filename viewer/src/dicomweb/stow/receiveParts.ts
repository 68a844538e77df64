import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Dicer } from '@fastify/busboy';
import { httpError } from '../httpError.js';
import type { UploadLimits } from './uploadLimits.js';

/**
 * Writes the parts of a multipart/related body to files in a folder while they arrive, and returns the files in the order of the parts.
 *
 * Answers 400 for a body that is broken or cut short, 413 for one beyond the limits, 415 for a part that is not application/dicom. The
 * files written until then stay in the folder, which the caller throws away.
 */
export async function receiveParts(body: Readable, boundary: string, folder: string, limits: UploadLimits): Promise<string[]> {
  const stop = new AbortController();
  const files: string[] = [];
  const writes: Promise<void>[] = [];
  const total = { bytes: 0 };
  try {
    await new Promise<void>((resolve, reject) => {
      const dicer = new Dicer({ boundary });
      const fail = (error: unknown): void => {
        body.unpipe(dicer);
        reject(
          error instanceof Error && 'statusCode' in error ? error : httpError(400, 'The body of the upload is broken or was cut short.'),
        );
      };
      dicer.on('part', part => {
        if (files.length === limits.instances) fail(httpError(413, `An upload may bring at most ${String(limits.instances)} instances.`));
        const file = path.join(folder, `${String(files.length)}.dcm`);
        files.push(file);
        part.on('header', header => {
          if (!isDicomPart(header)) fail(httpError(415, 'Expected parts of the type application/dicom.'));
        });
        const write = pipeline(part, meter(limits, total), createWriteStream(file, { flush: true }), { signal: stop.signal });
        write.catch(fail);
        writes.push(write);
      });
      dicer.on('finish', resolve);
      dicer.on('error', fail);
      body.on('error', fail);
      // A body closes after its end as well, and its last bytes may still be on their way through the parser then.
      body.on('close', () => {
        if (!body.readableEnded) fail(undefined);
      });
      body.pipe(dicer);
    });
    await Promise.all(writes);
  } finally {
    stop.abort();
    await Promise.allSettled(writes);
  }
  return files;
}

function isDicomPart(header: object): boolean {
  const [type = 'application/dicom'] = (header as Record<string, string[] | undefined>)['content-type'] ?? [];
  return /^application\/dicom\s*(;|$)/i.test(type);
}

function meter(limits: UploadLimits, total: { bytes: number }): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      total.bytes += chunk.length;
      const tooLarge = bytes > limits.bytesPerInstance || total.bytes > limits.bytesPerRequest;
      if (tooLarge) done(httpError(413, 'The upload is larger than the archive accepts.'));
      else done(null, chunk);
    },
  });
}
