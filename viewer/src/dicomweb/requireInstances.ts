import type { FastifyRequest } from 'fastify';
import type { Archive } from '../archive/archive.js';
import type { InstanceIdentity } from '../archive/instanceIdentity.js';
import { httpError } from './httpError.js';
import { selectionFromPath } from './selectionFromPath.js';

/** The instances that the path of a request names. Answers 404 when there are none. */
export function requireInstances(archive: Archive, request: FastifyRequest): readonly InstanceIdentity[] {
  const identities = archive.index.identities(selectionFromPath(request));
  if (identities.length === 0) throw httpError(404, 'The archive has no such study, series or instance.');
  return identities;
}
