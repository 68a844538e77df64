import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Archive } from '../../archive/archive.js';
import { isBinary } from '../../archive/isBinary.js';
import type { Dataset } from '../../archive/readDataset.js';
import { httpError } from '../httpError.js';
import { requireInstance } from '../requireInstance.js';
import { acceptsOnlySinglePart } from './accepts.js';
import { sendMultipart } from './multipart.js';

/** WADO-RS bulk data: the bytes of the element that a BulkDataURI of the metadata names; encapsulated pixel data comes one part per frame. */
export async function retrieveBulkData(archive: Archive, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { dataset } = await archive.openFile(requireInstance(archive, request));
  const values = follow(dataset, (request.params as { '*': string })['*'].split('/'));
  const [only] = values;
  if (only !== undefined && values.length === 1 && acceptsOnlySinglePart(request, 'application/octet-stream')) {
    return reply.header('content-type', 'application/octet-stream').send(Buffer.from(only));
  }
  const contentType = 'application/octet-stream';
  return sendMultipart(
    reply,
    contentType,
    values.map(value => ({ contentType, body: () => value })),
  );
}

/** Walks tags and item numbers, alternating, down to a binary element. */
function follow(dataset: Dataset, path: readonly string[]): readonly Uint8Array[] {
  const [tag = '', item, ...rest] = path;
  const element = Object.hasOwn(dataset, tag) ? dataset[tag] : undefined;
  if (element !== undefined && item === undefined && isBinary(element.vr)) {
    return element.Value.map(value => new Uint8Array(value as ArrayBuffer));
  }
  const inner = element?.vr === 'SQ' && /^\d{1,9}$/.test(item ?? '') ? element.Value[Number(item)] : undefined;
  if (inner === undefined) throw httpError(404, 'The instance has no such bulk data.');
  return follow(inner as Dataset, rest);
}
