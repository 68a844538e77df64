import { request } from 'node:http';
import { readdir, readFile, writeFile, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from '../src/archive/listFiles.js';
import { makeInstance } from './support/makeInstance.js';
import { stow, stowBody, STOW_TYPE } from './support/multipart.js';
import { startArchive, temporaryFolder, type TestArchive } from './support/startArchive.js';

type Json = Record<string, { Value?: { [tag: string]: { Value?: unknown[] } }[] }>;

const slice = (sop: number, changes: Record<string, unknown> = {}): Uint8Array =>
  makeInstance({ SOPInstanceUID: `2.25.${String(sop)}`, InstanceNumber: sop, ...changes });

async function instancesFound(archive: TestArchive): Promise<number> {
  return ((await (await fetch(`${archive.url}/instances`)).json()) as unknown[]).length;
}

describe('STOW-RS', () => {
  let archive: TestArchive;
  const limits = { bytesPerInstance: 20_000, bytesPerRequest: 100_000, instances: 20 };
  beforeEach(async () => {
    archive = await startArchive({ limits });
  });
  afterEach(() => archive.stop());

  it('keeps the files as they came, under study, series and instance', async () => {
    const file = slice(1001);
    const answer = await stow(archive.url, [file, slice(1002)]);
    expect(answer.status).toBe(200);
    const json = (await answer.json()) as Json;
    expect(json['00081199']?.Value?.map(item => item['00081155']?.Value?.[0])).toEqual(['2.25.1001', '2.25.1002']);
    const kept = await readFile(path.join(archive.directory, '2.25.1', '2.25.11', '2.25.1001.dcm'));
    expect(kept.equals(file)).toBe(true);
  });

  it('takes the same instance twice, also within one request', async () => {
    await stow(archive.url, [slice(1001)]);
    const again = await stow(archive.url, [slice(1001), slice(1002), slice(1002)]);
    expect(again.status).toBe(200);
    expect(await instancesFound(archive)).toBe(2);
  });

  it('refuses the whole request when one UID is stored with other content', async () => {
    await stow(archive.url, [slice(1001)]);
    const answer = await stow(archive.url, [slice(1002), slice(1001, { PatientID: 'P-2' })]);
    expect(answer.status).toBe(409);
    const failed = ((await answer.json()) as Json)['00081198']?.Value ?? [];
    expect(failed.map(item => [item['00081155']?.Value?.[0], item['00081197']?.Value?.[0]])).toEqual([
      ['2.25.1001', 0x0111],
      ['2.25.1002', 0x0110],
    ]);
    expect(await instancesFound(archive)).toBe(1);
  });

  it('refuses the whole request when one part is not DICOM, or says no valid UID', async () => {
    expect((await stow(archive.url, [slice(1001), new Uint8Array(500)])).status).toBe(409);
    expect((await stow(archive.url, [slice(1001), slice(7).subarray(0, 300)])).status).toBe(409);
    for (const uid of ['../../../outside', '2.25.1/../../9', '1..2', '']) {
      const answer = await stow(archive.url, [slice(1001), slice(1002, { SeriesInstanceUID: uid })]);
      expect([uid, answer.status]).toEqual([uid, 409]);
    }
    expect(await instancesFound(archive)).toBe(0);
    expect(await listFiles(archive.directory)).toEqual([]);
  });

  it('refuses instances of another study than the path says', async () => {
    expect((await stow(archive.url, [slice(1001)], '/studies/2.25.1')).status).toBe(200);
    expect((await stow(archive.url, [slice(1002)], '/studies/2.25.2')).status).toBe(409);
    expect((await stow(archive.url, [slice(1002)], '/studies/..%2F..')).status).toBe(400);
    expect(await instancesFound(archive)).toBe(1);
  });

  it('refuses an object, a request and a number of objects beyond the limits', async () => {
    const large = slice(1, { Rows: 100, Columns: 110, PixelData: [new Uint16Array(11_000).buffer] });
    const medium = (sop: number): Uint8Array => slice(sop, { Rows: 100, Columns: 90, PixelData: [new Uint16Array(9000).buffer] });
    expect((await stow(archive.url, [large])).status).toBe(413);
    expect((await stow(archive.url, [1, 2, 3, 4, 5, 6].map(medium))).status).toBe(413);
    expect(
      (
        await stow(
          archive.url,
          Array.from({ length: 21 }, (_, index) => slice(index + 1)),
        )
      ).status,
    ).toBe(413);
    expect(await instancesFound(archive)).toBe(0);
    expect((await readdir(archive.directory)).filter(name => !name.startsWith('.index'))).toEqual([]);
  });

  it('refuses bodies that are not multipart, or broken', async () => {
    const post = (type: string, body: Uint8Array): Promise<Response> =>
      fetch(`${archive.url}/studies`, { method: 'POST', headers: { 'content-type': type }, body: new Uint8Array(body) });
    const whole = stowBody([slice(1001)]);
    expect((await post('application/dicom', slice(1001))).status).toBe(415);
    expect((await post('multipart/related; type="application/dicom"', whole)).status).toBe(400);
    expect((await post(STOW_TYPE.replace('application/dicom', 'application/dicom+json'), whole)).status).toBe(415);
    expect((await post(STOW_TYPE, stowBody([slice(1001)], 'text/plain'))).status).toBe(415);
    expect((await post(STOW_TYPE, whole.subarray(0, whole.length - 20))).status).toBe(400);
    expect((await post(STOW_TYPE, Buffer.from('no boundary at all'))).status).toBe(400);
    expect((await post(STOW_TYPE, stowBody([]))).status).toBe(400);
    expect(await instancesFound(archive)).toBe(0);
  });

  it('keeps nothing of an upload that breaks off half-way, in this run and after the next start', async () => {
    const body = stowBody([slice(1001), slice(1002)]);
    await new Promise(resolve => {
      const upload = request(`${archive.url}/studies`, {
        method: 'POST',
        headers: { 'content-type': STOW_TYPE, 'content-length': body.length },
      });
      upload.on('error', resolve);
      upload.write(body.subarray(0, body.length - 200), () => setTimeout(() => upload.destroy(), 50));
    });
    await untilSettled(archive.directory);
    expect(await instancesFound(archive)).toBe(0);
    expect(await listFiles(archive.directory)).toEqual([]);
  });

  it('takes uploads side by side; of two with one UID and different content exactly one stays', async () => {
    const uploads = Array.from({ length: 12 }, (_, index) => stow(archive.url, [slice(index + 1), slice(index + 101)]));
    expect((await Promise.all(uploads)).map(({ status }) => status)).toEqual(Array(12).fill(200));
    const rivals = await Promise.all(['P-1', 'P-2', 'P-3'].map(id => stow(archive.url, [slice(500, { PatientID: id })])));
    expect(rivals.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await instancesFound(archive)).toBe(25);
  });
});

describe('STOW-RS of large objects', () => {
  let archive: TestArchive;
  const large = (sop: number, side = 512): Uint8Array =>
    slice(sop, { Rows: side, Columns: side, PixelData: [new Uint16Array(side * side).fill(sop).buffer] });
  beforeEach(async () => {
    archive = await startArchive({ limits: { bytesPerInstance: 2 ** 20, bytesPerRequest: 2 ** 23, instances: 20 } });
  });
  afterEach(() => archive.stop());

  it('takes objects that arrive in many pieces, again and again', async () => {
    for (const round of [1, 2, 3]) {
      const uploads = [10, 20, 30].map(start =>
        stow(
          archive.url,
          [1, 2, 3].map(number => large(round * 100 + start + number)),
        ),
      );
      expect((await Promise.all(uploads)).map(({ status }) => status)).toEqual([200, 200, 200]);
    }
    expect(await instancesFound(archive)).toBe(27);
  });

  it('answers a client that is still sending', async () => {
    expect((await stow(archive.url, [large(1, 4096)])).status).toBe(413);
    expect((await stow(archive.url, [large(2)])).status).toBe(200);
    expect(await instancesFound(archive)).toBe(1);
  });
});

describe('restart', () => {
  it('finds everything again, with the index, without it, and with a broken one', async () => {
    const directory = await temporaryFolder();
    const first = await startArchive({ directory });
    await stow(first.url, [slice(1001), slice(1002)]);
    await first.stop();
    for (const damage of [
      async () => undefined,
      () => rm(path.join(directory, '.index.sqlite')),
      () => writeFile(path.join(directory, '.index.sqlite'), 'no database'),
    ]) {
      await damage();
      const again = await startArchive({ directory });
      expect(await instancesFound(again)).toBe(2);
      await again.stop();
    }
    await rm(directory, { recursive: true });
  });

  it('finishes an upload that was complete, throws away one that was not, and believes the files', async () => {
    const directory = await temporaryFolder();
    const first = await startArchive({ directory });
    await stow(first.url, [slice(1001)]);
    await first.stop();
    for (const [folder, sop] of [
      ['.committed-a', 1002],
      ['.incoming-b', 1003],
    ] as const) {
      await mkdir(path.join(directory, folder));
      await writeFile(path.join(directory, folder, '0.dcm'), slice(sop));
    }
    await rm(path.join(directory, '2.25.1', '2.25.11', '2.25.1001.dcm'));
    const again = await startArchive({ directory });
    const found = (await (await fetch(`${again.url}/instances`)).json()) as Record<string, { Value: string[] }>[];
    expect(found.map(item => item['00080018']?.Value[0])).toEqual(['2.25.1002']);
    expect((await readdir(directory)).filter(name => name.startsWith('.committed') || name.startsWith('.incoming'))).toEqual([]);
    await again.stop();
    await rm(directory, { recursive: true });
  });
});

async function untilSettled(directory: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (!(await readdir(directory)).some(name => name.startsWith('.incoming'))) return;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Error('The broken upload left its folder.');
}
