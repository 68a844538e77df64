import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Archive } from '../../archive/archive.js';
import { httpError } from '../httpError.js';
import { requireInstances } from '../requireInstances.js';
import { accepts } from '../wado/accepts.js';
import { pixelLayout } from '../wado/pixelLayout.js';
import { renderFrame } from './renderFrame.js';

/**
 * WADO-RS rendered and thumbnail: one picture as JPEG. Of a series or study the middle instance is shown, of several frames the middle one,
 * unless a frame is named.
 */
export async function retrieveRendered(
  archive: Archive,
  request: FastifyRequest,
  reply: FastifyReply,
  largestSide: number,
): Promise<FastifyReply> {
  if (!accepts(request).some(({ type }) => ['image/jpeg', 'image/*', '*/*'].includes(type)))
    throw httpError(406, 'Pictures are sent as image/jpeg.');
  const identities = requireInstances(archive, request);
  const middle = identities[Math.floor(identities.length / 2)];
  if (middle === undefined) throw httpError(404, 'The archive has no such instance.');
  const file = await archive.openFile(middle);
  const { frame } = request.params as { frame?: string };
  const number = frame === undefined ? Math.ceil(pixelLayout(file.dataset).frames / 2) : Number(frame);
  const query = request.query as Record<string, string | undefined>;
  const picture = renderFrame(file, number, {
    window: query['window'],
    largest: viewport(query['viewport'], largestSide),
    quality: Math.min(100, Math.max(1, Number(query['quality'] ?? 90) || 90)),
  });
  return reply.header('content-type', 'image/jpeg').send(picture);
}

function viewport(asked: string | undefined, largestSide: number): { width: number; height: number } {
  const [width = largestSide, height = largestSide] = (asked ?? '')
    .split(',')
    .map(Number)
    .filter(side => side >= 1);
  return { width: Math.min(width, largestSide), height: Math.min(height, largestSide) };
}
