import path from 'node:path';
import proxy from '@fastify/http-proxy';
import type { FastifyInstance } from 'fastify';
import { DICOMWEB_ROOT } from '../archive/instanceUrl.js';
import type { ServeOptions } from '../serve.js';
import { importIntoOrthanc } from './importIntoOrthanc.js';
import { registerOrthancDelete } from './registerOrthancDelete.js';
import { startOrthanc, type Orthanc } from './startOrthanc.js';

/** Starts Orthanc, imports a folder when one is named, and puts Orthanc behind /dicomweb of this server. Throws GW_ORTHANC. */
export async function startOrthancArchive(server: FastifyInstance, options: ServeOptions): Promise<Orthanc> {
  const { dataDirectory, importFrom, onProgress } = options;
  const orthanc = await startOrthanc(path.resolve(dataDirectory, '.orthanc'));
  try {
    if (importFrom !== undefined) {
      await importIntoOrthanc(orthanc, importFrom, fraction => onProgress?.({ label: 'Importing DICOM files into Orthanc', fraction }));
    }
    registerOrthancDelete(server, orthanc);
    server.register(proxy, {
      upstream: orthanc.url,
      prefix: DICOMWEB_ROOT,
      rewritePrefix: DICOMWEB_ROOT,
      httpMethods: ['GET', 'POST'],
      replyOptions: {
        // Orthanc makes its references from the Host that it hears: the one the browser uses.
        rewriteRequestHeaders: (request, headers) => ({ ...headers, host: request.headers.host, authorization: orthanc.authorization }),
        // Orthanc's DICOMweb plugin splits a list at its commas before it decodes them; OHIF sends them encoded.
        queryString: (_search, url) => new URL(url, orthanc.url).search.slice(1).replaceAll(/%2C/gi, ','),
        rewriteHeaders: headers => ({ ...headers, 'cache-control': 'no-store' }),
      },
    });
  } catch (error) {
    await orthanc.close();
    throw error;
  }
  return orthanc;
}
