import { createConnection } from 'node:net';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DicomJson, DicomJsonElement } from '../src/archive/dicomJson.js';
import { findOrthanc } from '../src/orthanc/startOrthanc.js';
import { startOrthancArchive } from '../src/orthanc/startOrthancArchive.js';
import { createServer } from '../src/server/createServer.js';
import { SEGMENTATION, makeInstance } from './support/makeInstance.js';
import { receivedParts, stow } from './support/multipart.js';
import { startArchive, temporaryFolder, type TestArchive } from './support/startArchive.js';

const CT = '/studies/2.25.1/series/2.25.11/instances/2.25.1001';
const SEG = '/studies/2.25.1/series/2.25.11/instances/2.25.1002';
const files = [
  makeInstance({
    PatientName: 'Grün^Ada^^Dr.',
    PatientBirthDate: '',
    ImageType: ['DERIVED', 'SECONDARY', 'AXIAL'],
    ImagePositionPatient: [-120.5, 3.25, -0.000001],
    ReferencedImageSequence: [{ ReferencedSOPClassUID: '1.2.840.10008.5.1.4.1.1.2', ReferencedSOPInstanceUID: '2.25.77' }, {}],
    RequestAttributesSequence: [],
  }),
  makeInstance({
    SOPClassUID: SEGMENTATION,
    SOPInstanceUID: '2.25.1002',
    NumberOfFrames: 2,
    BitsAllocated: 1,
    BitsStored: 1,
    HighBit: 0,
    PixelData: [Uint8Array.of(0xff, 0x0f, 0x01, 0).buffer],
  }),
];

const whenInstalled = findOrthanc() === null ? describe.skip : describe;
if (findOrthanc() === null)
  console.warn('Orthanc is not installed: the comparison with it is skipped (Debian packages orthanc and orthanc-dicomweb).');

whenInstalled('the embedded archive and Orthanc behind the same path', () => {
  let embedded: TestArchive;
  let orthanc: { url: string; stop(): Promise<void> };

  beforeAll(async () => {
    embedded = await startArchive();
    orthanc = await startBehindServer();
    for (const { url } of [embedded, orthanc]) expect((await stow(url, files)).status).toBe(200);
  });
  afterAll(async () => {
    await orthanc.stop();
    await embedded.stop();
  });

  it.each([CT, SEG])('give the same metadata for %s', async instance => {
    const [ours] = (await (await fetch(`${embedded.url}${instance}/metadata`)).json()) as [DicomJson];
    const [theirs] = (await (await fetch(`${orthanc.url}${instance}/metadata`)).json()) as [DicomJson];
    // AvailableTransferSyntaxUID is an addition of ours.
    const { '00083002': added, ...same } = ours;
    expect(added?.Value).toEqual(['1.2.840.10008.1.2.1']);
    expect(comparable(same)).toEqual(comparable(theirs));
  });

  it('find the same studies and give the same frames', async () => {
    for (const { url } of [embedded, orthanc]) {
      const [study] = (await (await fetch(`${url}/studies?PatientName=Gr*&limit=5`)).json()) as [DicomJson];
      expect(study['0020000D']?.Value).toEqual(['2.25.1']);
      const [part] = await receivedParts(
        await fetch(`${url}${CT}/frames/1`, {
          headers: { accept: 'multipart/related; type="application/octet-stream"; transfer-syntax=*' },
        }),
      );
      expect([...new Uint16Array(new Uint8Array(part?.bytes ?? []).buffer)]).toEqual([
        0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1100,
      ]);
    }
  });

  it('make references that lead back through this server', async () => {
    const [dataset] = (await (await fetch(`${orthanc.url}${CT}/metadata`)).json()) as [DicomJson];
    expect(dataset['7FE00010']?.BulkDataURI?.startsWith(`${orthanc.url}/studies/`)).toBe(true);
  });

  it('delete an instance and a study, and answer 404 to what is not there', async () => {
    for (const { url } of [embedded, orthanc]) {
      const remove = async (resource: string): Promise<number> => (await fetch(url + resource, { method: 'DELETE' })).status;
      expect([await remove(SEG), await remove(SEG), await remove('/studies/2.25.1'), await remove('/studies/2.25.1')]).toEqual([
        204, 404, 204, 404,
      ]);
      expect(await (await fetch(`${url}/studies`)).json()).toEqual([]);
    }
  });
});

whenInstalled('Orthanc', () => {
  it('imports a folder, keeps it over a restart, and frees its port', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'in'));
    await Promise.all(files.map((file, index) => writeFile(path.join(folder, 'in', `${String(index)}.dcm`), file)));
    await writeFile(path.join(folder, 'in', 'truth.json'), '{}');
    const fractions: number[] = [];
    const first = await startBehindServer({
      dataDirectory: folder,
      importFrom: path.join(folder, 'in'),
      onProgress: ({ fraction }) => fractions.push(fraction),
    });
    expect(fractions.at(-1)).toBe(1);
    const port = Number(new URL(first.upstream).port);
    await first.stop();
    await expect(isListening(port)).resolves.toBe(false);
    const second = await startBehindServer({ dataDirectory: folder });
    expect(((await (await fetch(`${second.url}/instances`)).json()) as unknown[]).length).toBe(2);
    await second.stop();
    await rm(folder, { recursive: true });
  });
});

async function startBehindServer(
  given: { dataDirectory?: string; importFrom?: string; onProgress?: (p: { fraction: number }) => void } = {},
) {
  const dataDirectory = given.dataDirectory ?? (await temporaryFolder());
  const server = createServer();
  const archive = await startOrthancArchive(server, { ...given, dataDirectory, port: 0 });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `${url}/dicomweb`,
    upstream: archive.url,
    stop: async () => {
      await server.close();
      await archive.close();
      if (given.dataDirectory === undefined) await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

function isListening(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** A dataset without what the standard leaves open: where bulk data lies, and empty values written or left out. */
function comparable(dataset: DicomJson): Record<string, unknown> {
  return Object.fromEntries(Object.entries(dataset).map(([tag, element]) => [tag, comparableElement(element)]));
}

function comparableElement({ vr, Value, BulkDataURI }: DicomJsonElement): unknown {
  if (BulkDataURI !== undefined) return { vr, bulk: true };
  const values = Value ?? [];
  return { vr, values: vr === 'SQ' ? values.map(item => comparable(item as DicomJson)) : values };
}
