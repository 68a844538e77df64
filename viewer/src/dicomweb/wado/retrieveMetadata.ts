import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Archive } from '../../archive/archive.js';
import { requireInstances } from '../requireInstances.js';
import { selectionFromPath } from '../selectionFromPath.js';

/** WADO-RS metadata: the DICOM JSON made when the instance came, so that a study of a thousand images is answered without reading a file. */
export function retrieveMetadata(archive: Archive, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  requireInstances(archive, request);
  const datasets = archive.index.metadata(selectionFromPath(request));
  return reply.header('content-type', 'application/dicom+json; charset=utf-8').send(`[${datasets.join(',')}]`);
}
