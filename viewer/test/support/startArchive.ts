import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openArchive } from '../../src/archive/openArchive.js';
import { registerDicomweb } from '../../src/dicomweb/registerDicomweb.js';
import type { UploadLimits } from '../../src/dicomweb/stow/uploadLimits.js';
import { createServer } from '../../src/server/createServer.js';

/** A running archive for one test. */
export interface TestArchive {
  readonly url: string;
  readonly directory: string;
  stop(): Promise<void>;
}

/** A new folder that a test may fill. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'graywise-archive-'));
}

/** Starts the archive of a folder (a new one when none is given) on a free port. */
export async function startArchive(options: { directory?: string; limits?: UploadLimits } = {}): Promise<TestArchive> {
  const directory = options.directory ?? (await temporaryFolder());
  const archive = await openArchive(directory);
  const server = createServer();
  server.register(
    (scope, _options, done) => {
      registerDicomweb(scope, archive, options.limits);
      done();
    },
    { prefix: '/dicomweb' },
  );
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `${address}/dicomweb`,
    directory,
    stop: async () => {
      await server.close();
      archive.close();
      if (options.directory === undefined) await rm(directory, { recursive: true, force: true });
    },
  };
}
