import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { GraywiseError } from '@graywise/physics';
import { contentSecurityPolicy } from './server/contentSecurityPolicy.js';
import { createServer } from './server/createServer.js';
import { listen } from './server/listen.js';
import { registerViewer, type ViewerFolders } from './server/registerViewer.js';
import { startEmbeddedArchive } from './startEmbeddedArchive.js';
import { startOrthancArchive } from './orthanc/startOrthancArchive.js';

/** What to serve, and where. */
export interface ServeOptions {
  /** The folder of the archive; made when missing. */
  readonly dataDirectory: string;
  /** Port on 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** A folder whose DICOM files come into the archive first. It is only read. */
  readonly importFrom?: string;
  /** Behind /dicomweb stands a real Orthanc of this machine in place of the embedded archive. */
  readonly orthanc?: boolean;
  readonly onProgress?: (progress: ServeProgress) => void;
  /** Folders other than those of the repository, for tests and other installations. */
  readonly folders?: Partial<ViewerFolders>;
}

/** Where the start stands; `fraction` is of the part that `label` names, 0 to 1. */
export interface ServeProgress {
  readonly label: string;
  readonly fraction: number;
}

/** A running server. `close` ends it and what it started, and frees its ports. */
export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

const repository = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Serves the viewer, our plugins and a DICOMweb archive at /dicomweb, on this machine only.
 *
 * Throws GW_VIEWER_MISSING when OHIF is not unpacked, GW_PORT_IN_USE, GW_ORTHANC when Orthanc does not start, GW_NOT_DICOM and
 * GW_ARCHIVE_REFUSED for the folder to import.
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const folders = await viewerFolders(options.folders);
  const policies = contentSecurityPolicy(await readFile(path.join(folders.ohif, 'index.html'), 'utf8'));
  const server = createServer({ 'content-security-policy': policies.page });
  const start = options.orthanc === true ? startOrthancArchive : startEmbeddedArchive;
  const archive = await start(server, options);
  try {
    registerViewer(server, folders, policies.worker);
    const url = await listen(server, options.port);
    return {
      url,
      close: async () => {
        await server.close();
        await archive.close();
      },
    };
  } catch (error) {
    await archive.close();
    throw error;
  }
}

async function viewerFolders(given: Partial<ViewerFolders> = {}): Promise<ViewerFolders> {
  const pinned = JSON.parse(await readFile(path.join(repository, 'viewer/ohif.json'), 'utf8')) as { default: string };
  const folders = {
    ohif: path.join(repository, '.work/ohif', pinned.default),
    plugins: path.join(repository, '.work/plugins'),
    web: path.join(repository, 'viewer/web'),
    ...given,
  };
  if (!existsSync(path.join(folders.ohif, 'index.html'))) throw new GraywiseError('GW_VIEWER_MISSING', { found: pinned.default });
  return folders;
}
