import { resolve } from 'node:path';
import { progressBar } from './progressBar.js';
import type { Arguments } from './readArguments.js';

/** `graywise serve`: archive and viewer on 127.0.0.1 until the process is ended. */
export async function serveCommand(given: Arguments): Promise<void> {
  const { serve } = await import('@graywise/viewer');
  const importFrom = given.text('import');
  const server = await serve({
    dataDirectory: resolve(given.text('data') ?? '.work/archive'),
    port: given.whole('port', 0) ?? 3000,
    orthanc: given.flag('orthanc') || process.env['GRAYWISE_ORTHANC'] === '1',
    onProgress: progressBar(),
    ...(importFrom !== null && { importFrom: resolve(importFrom) }),
  });
  process.stdout.write(`${given.flag('json') ? JSON.stringify({ url: server.url }) : `Graywise is at ${server.url}`}\n`);
  await new Promise<void>(done => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  await server.close();
}
