import type { FastifyRequest } from 'fastify';
import { isUid } from '../archive/instanceIdentity.js';
import type { Selection } from '../archive/openIndex.js';
import { httpError } from './httpError.js';

/** The instances that the path of a request names: /studies/STUDY/series/SERIES/instances/INSTANCE, from the left. */
export function selectionFromPath(request: FastifyRequest): Selection {
  const { study, series, instance } = request.params as Record<string, string | undefined>;
  for (const uid of [study, series, instance]) {
    if (uid !== undefined && !isUid(uid)) throw httpError(400, 'Expected UIDs in the path of the request.');
  }
  return {
    ...(study === undefined ? {} : { studyInstanceUid: study }),
    ...(series === undefined ? {} : { seriesInstanceUid: series }),
    ...(instance === undefined ? {} : { sopInstanceUid: instance }),
  };
}
