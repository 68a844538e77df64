import type { FastifyInstance } from 'fastify';
import { DICOMWEB_ROOT } from '../archive/instanceUrl.js';
import { httpError } from '../dicomweb/httpError.js';
import { selectionFromPath } from '../dicomweb/selectionFromPath.js';
import type { Orthanc } from './startOrthanc.js';

/** DICOMweb DELETE, which the plugin of Orthanc does not have, by Orthanc's own interface: look the UID up, then delete what it names. */
export function registerOrthancDelete(server: FastifyInstance, orthanc: Orthanc): void {
  const study = `${DICOMWEB_ROOT}/studies/:study`;
  for (const path of [study, `${study}/series/:series`, `${study}/series/:series/instances/:instance`]) {
    server.delete(path, async (request, reply) => {
      const { studyInstanceUid, seriesInstanceUid, sopInstanceUid } = selectionFromPath(request);
      const resource = await lookUp(orthanc, sopInstanceUid ?? seriesInstanceUid ?? studyInstanceUid ?? '');
      const answer = await fetch(orthanc.url + resource, { method: 'DELETE', headers: { authorization: orthanc.authorization } });
      if (!answer.ok) throw httpError(502, 'Orthanc did not delete the object.');
      return reply.code(204).send();
    });
  }
}

async function lookUp(orthanc: Orthanc, uid: string): Promise<string> {
  const answer = await fetch(`${orthanc.url}/tools/lookup`, {
    method: 'POST',
    headers: { authorization: orthanc.authorization },
    body: uid,
  });
  const [found] = answer.ok ? ((await answer.json()) as { Path: string }[]) : [];
  if (found === undefined) throw httpError(404, 'The archive has no such study, series or instance.');
  return found.Path;
}
