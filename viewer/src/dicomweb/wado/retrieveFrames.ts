import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Archive } from '../../archive/archive.js';
import { httpError } from '../httpError.js';
import { requireInstance } from '../requireInstance.js';
import { acceptsOnlySinglePart, acceptsTransferSyntax } from './accepts.js';
import { sendMultipart } from './multipart.js';
import { readFrame } from './readFrame.js';
import { frameEncoding } from './transferSyntaxes.js';

/** WADO-RS frames: as stored, in the transfer syntax they are stored in. Answers 406 when the client accepts only another. */
export async function retrieveFrames(archive: Archive, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const numbers = frameNumbers((request.params as { frames: string }).frames);
  const file = await archive.openFile(requireInstance(archive, request));
  const { transferSyntaxUid, mediaType } = frameEncoding(file.transferSyntaxUid);
  if (!acceptsTransferSyntax(request, transferSyntaxUid)) {
    throw httpError(406, `The frames are stored in the transfer syntax ${transferSyntaxUid} and are sent as stored.`);
  }
  const frames = numbers.map(number => readFrame(file, number));
  const [only] = frames;
  if (only !== undefined && frames.length === 1 && acceptsOnlySinglePart(request, 'application/octet-stream')) {
    return reply.header('content-type', 'application/octet-stream').send(Buffer.from(only));
  }
  const contentType = `${mediaType}; transfer-syntax=${transferSyntaxUid}`;
  return sendMultipart(
    reply,
    mediaType,
    frames.map(frame => ({ contentType, body: () => frame })),
  );
}

function frameNumbers(list: string): number[] {
  if (!/^\d{1,6}(,\d{1,6})*$/.test(list)) throw httpError(400, 'Expected frame numbers, from 1, with commas between.');
  return list.split(',').map(Number);
}
