import { mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { serve, type RunningServer } from '../src/index.js';
import { makeInstance } from './support/makeInstance.js';
import { temporaryFolder } from './support/startArchive.js';

// An ES module that jest cannot require; it names downloads, which nothing here asks for.
jest.mock('content-disposition', () => ({}));

let folder: string;
let server: RunningServer;
const folders = (): { ohif: string; plugins: string } => ({ ohif: path.join(folder, 'ohif'), plugins: path.join(folder, 'plugins') });

beforeAll(async () => {
  folder = await temporaryFolder();
  const files: Record<string, string | Uint8Array> = {
    'ohif/index.html': '<html><script>window.PUBLIC_URL="/"</script></html>',
    'ohif/app-config.js': 'the one of OHIF',
    'ohif/app.bundle.0f6159c501addfe9.js': '1',
    'plugins/core.mjs': 'export default {}',
    'plugins/pipelines/elastix/elastix.wasm.zst': 'x',
    'plugins/codec.wasm': 'x',
    'in/visit/1.dcm': makeInstance(),
    'in/truth.json': '{}',
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  server = await serve({ dataDirectory: path.join(folder, 'data'), port: 0, importFrom: path.join(folder, 'in'), folders: folders() });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const type = async (resource: string): Promise<[number, string | null]> => {
  const answer = await fetch(server.url + resource);
  return [answer.status, answer.headers.get('content-type')?.split(';')[0] ?? null];
};

describe('serve', () => {
  it('gives the viewer for its pages, and each file its type', async () => {
    for (const page of ['/', '/viewer?StudyInstanceUIDs=1.2', '/verify-cycle']) expect(await type(page)).toEqual([200, 'text/html']);
    expect(await type('/plugins/core.mjs')).toEqual([200, 'application/javascript']);
    expect(await type('/plugins/codec.wasm')).toEqual([200, 'application/wasm']);
    expect(await type('/plugins/pipelines/elastix/elastix.wasm.zst')).toEqual([200, 'application/octet-stream']);
    for (const missing of ['/plugins/none.mjs', '/plugins/none', '/dicomweb/none', '/none.js']) expect((await type(missing))[0]).toBe(404);
    expect(await (await fetch(`${server.url}/app-config.js`)).text()).toContain('window.config');
  });

  it('imports the folder before it answers', async () => {
    expect(((await (await fetch(`${server.url}/dicomweb/instances`)).json()) as unknown[]).length).toBe(1);
  });

  it('allows scripts of a page by their hash, and functions made from text as OHIF and its codecs need them', async () => {
    const policyOf = async (resource: string): Promise<string> =>
      (await fetch(server.url + resource)).headers.get('content-security-policy') ?? '';
    expect(await policyOf('/')).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval' 'sha256-[\w+/]+=*';/);
    expect(await policyOf('/plugins/core.mjs')).toContain("'unsafe-eval'");
  });

  it('lets browsers keep what carries a hash, and nothing of a patient', async () => {
    const cacheOf = async (resource: string): Promise<string | null> => (await fetch(server.url + resource)).headers.get('cache-control');
    expect(await cacheOf('/app.bundle.0f6159c501addfe9.js')).toContain('immutable');
    expect(await cacheOf('/plugins/core.mjs')).toBe('no-cache');
    expect(await cacheOf('/dicomweb/studies')).toBe('no-store');
  });

  it('answers only under its own name', async () => {
    const status = await new Promise(resolve => {
      request(`${server.url}/dicomweb/studies`, { headers: { host: 'archive.example.org' } }, answer => {
        answer.resume();
        resolve(answer.statusCode);
      }).end();
    });
    expect(status).toBe(403);
  });

  it('says plainly that a port is taken or that OHIF is missing', async () => {
    const dataDirectory = path.join(folder, 'other');
    const port = Number(new URL(server.url).port);
    await expect(serve({ dataDirectory, port, folders: folders() })).rejects.toMatchObject({ code: 'GW_PORT_IN_USE' });
    await expect(serve({ dataDirectory, port: 0, folders: { ohif: path.join(folder, 'nothing') } })).rejects.toMatchObject({
      code: 'GW_VIEWER_MISSING',
    });
  });

  it('refuses a folder whose objects are stored with other content, and keeps none of it', async () => {
    const importFrom = path.join(folder, 'changed');
    await mkdir(importFrom, { recursive: true });
    await writeFile(path.join(importFrom, '1.dcm'), makeInstance({ PatientID: 'P-2' }));
    await writeFile(path.join(importFrom, '2.dcm'), makeInstance({ SOPInstanceUID: '2.25.1002' }));
    const dataDirectory = path.join(folder, 'second');
    const first = await serve({ dataDirectory, port: 0, importFrom: path.join(folder, 'in'), folders: folders() });
    await first.close();
    await expect(serve({ dataDirectory, port: 0, importFrom, folders: folders() })).rejects.toMatchObject({ code: 'GW_ARCHIVE_REFUSED' });
    const again = await serve({ dataDirectory, port: 0, folders: folders() });
    expect(((await (await fetch(`${again.url}/dicomweb/instances`)).json()) as unknown[]).length).toBe(1);
    await again.close();
  });
});
