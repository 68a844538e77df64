import type { FastifyRequest } from 'fastify';
import type { Archive } from '../archive/archive.js';
import type { InstanceIdentity } from '../archive/instanceIdentity.js';
import { httpError } from './httpError.js';
import { requireInstances } from './requireInstances.js';

/** The one instance that the path of a request names. Answers 404 when the archive does not have it. */
export function requireInstance(archive: Archive, request: FastifyRequest): InstanceIdentity {
  const [identity] = requireInstances(archive, request);
  if (identity === undefined) throw httpError(404, 'The archive has no such instance.');
  return identity;
}
