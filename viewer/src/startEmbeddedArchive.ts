import type { FastifyInstance } from 'fastify';
import { importFolder } from './archive/importFolder.js';
import { DICOMWEB_ROOT } from './archive/instanceUrl.js';
import { openArchive } from './archive/openArchive.js';
import { registerDicomweb } from './dicomweb/registerDicomweb.js';
import type { ServeOptions } from './serve.js';

/** Opens the embedded archive, imports a folder when one is named, and puts its services at /dicomweb. */
export async function startEmbeddedArchive(server: FastifyInstance, options: ServeOptions): Promise<{ close(): Promise<void> | void }> {
  const { dataDirectory, importFrom, onProgress } = options;
  const archive = await openArchive(dataDirectory);
  try {
    if (importFrom !== undefined)
      await importFolder(archive, importFrom, fraction => onProgress?.({ label: 'Importing DICOM files', fraction }));
    server.register(
      (scope, _options, done) => {
        // What comes from the archive is of patients: the browser keeps none of it on disk.
        scope.addHook('onRequest', (_request, reply, next) => {
          reply.header('cache-control', 'no-store');
          next();
        });
        registerDicomweb(scope, archive);
        done();
      },
      { prefix: DICOMWEB_ROOT },
    );
  } catch (error) {
    archive.close();
    throw error;
  }
  return {
    close: () => {
      archive.close();
    },
  };
}
