import { readFile } from 'node:fs/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Archive } from '../../archive/archive.js';
import { instancePath } from '../../archive/instancePath.js';
import { requireInstances } from '../requireInstances.js';
import { acceptsOnlySinglePart } from './accepts.js';
import { sendMultipart } from './multipart.js';

/** WADO-RS for whole instances, of one, of a series or of a study: the files as they are stored. */
export async function retrieveInstances(archive: Archive, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const files = requireInstances(archive, request).map(identity => instancePath(archive.directory, identity));
  const [only] = files;
  if (only !== undefined && files.length === 1 && acceptsOnlySinglePart(request, 'application/dicom')) {
    return reply.header('content-type', 'application/dicom').send(await readFile(only));
  }
  return sendMultipart(
    reply,
    'application/dicom',
    files.map(file => ({ contentType: 'application/dicom', body: () => readFile(file) })),
  );
}
