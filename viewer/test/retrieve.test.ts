import { access } from 'node:fs/promises';
import path from 'node:path';
import { decode } from 'jpeg-js';
import { CT_IMAGE, SEGMENTATION, makeInstance } from './support/makeInstance.js';
import { receivedParts, stow } from './support/multipart.js';
import { startArchive, type TestArchive } from './support/startArchive.js';

type Dataset = Record<string, { vr: string; Value?: unknown[]; BulkDataURI?: string }>;

const SERIES = '/studies/2.25.1/series/2.25.11';
const CT = `${SERIES}/instances/2.25.1001`;
const SEG = `${SERIES}/instances/2.25.1002`;
const JPEG = `${SERIES}/instances/2.25.1003`;
const PRIVATE = `${SERIES}/instances/2.25.1004`;

// Three frames of 3 x 5 bits: a frame ends in the middle of a byte. The first bit of each frame, and one more, are set.
const segmentBits = [0, 4, 15, 22, 30, 44];

function packedBits(bits: readonly number[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (const bit of bits) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (bit & 7));
  return bytes;
}

let archive: TestArchive;

beforeEach(async () => {
  archive = await startArchive();
  const segmentation = {
    SOPClassUID: SEGMENTATION,
    SOPInstanceUID: '2.25.1002',
    Modality: 'SEG',
    NumberOfFrames: 3,
    Rows: 3,
    Columns: 5,
    BitsAllocated: 1,
    BitsStored: 1,
    HighBit: 0,
    _vrMap: { PixelData: 'OB' },
    PixelData: [packedBits(segmentBits, 6).buffer],
  };
  const jpeg = {
    SOPInstanceUID: '2.25.1003',
    NumberOfFrames: 2,
    _meta: { TransferSyntaxUID: { Value: ['1.2.840.10008.1.2.4.50'], vr: 'UI' } },
    _vrMap: { PixelData: 'OB' },
    PixelData: [Uint8Array.of(1, 2, 3, 4).buffer, Uint8Array.of(5, 6).buffer],
  };
  const withBytes = {
    SOPInstanceUID: '2.25.1004',
    _vrMap: { PixelData: 'OW', ICCProfile: 'OB' },
    OpticalPathSequence: [{ ICCProfile: [Uint8Array.of(9, 8, 7, 6).buffer], _vrMap: { ICCProfile: 'OB' } }],
  };
  const stored = await stow(archive.url, [makeInstance(), makeInstance(segmentation), makeInstance(jpeg), makeInstance(withBytes)]);
  expect(stored.status).toBe(200);
});
afterEach(() => archive.stop());

const get = (resource: string, accept = '*/*'): Promise<Response> => fetch(archive.url + resource, { headers: { accept } });

describe('WADO-RS', () => {
  it('gives metadata in the JSON model: numbers as numbers, names by group, tags as text, bytes by reference', async () => {
    const [dataset] = (await (await get(`${CT}/metadata`)).json()) as [Dataset];
    expect(dataset['00280010']).toEqual({ vr: 'US', Value: [3] });
    expect(dataset['00280030']).toEqual({ vr: 'DS', Value: [1.5, 1.5] });
    expect(dataset['00200013']).toEqual({ vr: 'IS', Value: [1] });
    expect(dataset['00100010']).toEqual({ vr: 'PN', Value: [{ Alphabetic: 'Grün^Ada' }] });
    expect(dataset['00280009']).toEqual({ vr: 'AT', Value: ['00540080'] });
    expect(dataset['7FE00010']).toEqual({ vr: 'OW', BulkDataURI: `/dicomweb${CT}/bulkdata/7FE00010` });
    expect(((await (await get(`${SERIES}/metadata`)).json()) as Dataset[]).length).toBe(4);
    expect(((await (await get('/studies/2.25.1/metadata')).json()) as Dataset[]).length).toBe(4);
  });

  it('gives the padding value of signed pixels its sign, also where the file does not say it', async () => {
    const implicit = { TransferSyntaxUID: { Value: ['1.2.840.10008.1.2'], vr: 'UI' } };
    await stow(archive.url, [
      makeInstance({
        _meta: implicit,
        SOPInstanceUID: '2.25.1007',
        PixelRepresentation: 1,
        _vrMap: { PixelData: 'OW', PixelPaddingValue: 'SS' },
        PixelPaddingValue: -2000,
      }),
    ]);
    const [dataset] = (await (await get(`${SERIES}/instances/2.25.1007/metadata`)).json()) as [Dataset];
    expect(dataset['00280120']).toEqual({ vr: 'SS', Value: [-2000] });
  });

  it('gives frames as they are stored', async () => {
    const [part] = await receivedParts(
      await get(`${CT}/frames/1`, 'multipart/related; type="application/octet-stream"; transfer-syntax=*'),
    );
    expect(part?.type).toBe('application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1');
    expect([...new Uint16Array(new Uint8Array(part?.bytes ?? []).buffer)]).toEqual([
      0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1100,
    ]);
    const single = await get(`${CT}/frames/1`, 'application/octet-stream');
    expect([single.headers.get('content-type'), (await single.arrayBuffer()).byteLength]).toEqual(['application/octet-stream', 24]);
  });

  it('gives each frame of one-bit pixels from its own first byte', async () => {
    const parts = await receivedParts(await get(`${SEG}/frames/1,2,3`));
    expect(parts.map(({ bytes }) => [...bytes])).toEqual([
      [...packedBits([0, 4], 2)],
      [...packedBits([0, 7], 2)],
      [...packedBits([0, 14], 2)],
    ]);
  });

  it('gives compressed frames with their transfer syntax, and 406 when only another is accepted', async () => {
    const parts = await receivedParts(await get(`${JPEG}/frames/2,1`));
    expect(parts.map(({ type }) => type)).toEqual(Array(2).fill('image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50'));
    expect(parts.map(({ bytes }) => [...bytes])).toEqual([
      [5, 6],
      [1, 2, 3, 4],
    ]);
    const only = 'multipart/related; type="application/octet-stream"; transfer-syntax=1.2.840.10008.1.2.1';
    expect((await get(`${JPEG}/frames/1`, only)).status).toBe(406);
    expect((await get(`${CT}/frames/1`, only)).status).toBe(200);
  });

  it('gives bulk data, also from within sequences', async () => {
    const [dataset] = (await (await get(`${PRIVATE}/metadata`)).json()) as [Record<string, { Value: Dataset[] }>];
    const uri = dataset['00480105']?.Value[0]?.['00282000']?.BulkDataURI ?? '';
    expect(uri).toBe(`/dicomweb${PRIVATE}/bulkdata/00480105/0/00282000`);
    const [part] = await receivedParts(await fetch(new URL(uri, archive.url)));
    expect([...(part?.bytes ?? [])]).toEqual([9, 8, 7, 6]);
    expect((await get(`${CT}/bulkdata/00100010`)).status).toBe(404);
    expect((await get(`${CT}/bulkdata/__proto__/0`)).status).toBe(404);
  });

  it('gives instances, series and studies as files', async () => {
    const single = await get(CT, 'application/dicom');
    expect(Buffer.from(await single.arrayBuffer()).equals(makeInstance())).toBe(true);
    const parts = await receivedParts(await get('/studies/2.25.1', 'multipart/related; type="application/dicom"'));
    expect(parts.map(({ type }) => type)).toEqual(Array(4).fill('application/dicom'));
    expect(parts[0]?.bytes.equals(makeInstance())).toBe(true);
  });

  it('draws a frame: window in rescaled values, MONOCHROME1 inverted, the viewport kept', async () => {
    // Values are 100 times the pixel's number, minus 1024. Window 0.5 +- 500: black to -499.5, white from 499.5.
    const grey = decode(Buffer.from(await (await get(`${CT}/rendered?window=0.5,1000,linear&quality=100`)).arrayBuffer()));
    expect([grey.width, grey.height]).toEqual([4, 3]);
    const level = (pixel: number): number => grey.data[pixel * 4] ?? -1;
    // JPEG blurs neighbours a little even at its best quality, hence a band of 6 grey levels.
    for (let pixel = 0; pixel < 12; pixel++) {
      const expected = 255 * Math.min(1, Math.max(0, (pixel * 100 - 1024 + 499.5) / 999));
      expect(Math.abs(level(pixel) - expected)).toBeLessThan(6);
    }
    await stow(archive.url, [makeInstance({ SOPInstanceUID: '2.25.1005', PhotometricInterpretation: 'MONOCHROME1' })]);
    const inverted = decode(
      Buffer.from(await (await get(`${SERIES}/instances/2.25.1005/frames/1/rendered?window=0.5,1000,linear&quality=100`)).arrayBuffer()),
    );
    expect(Math.abs((inverted.data[0] ?? 0) - 255)).toBeLessThan(6);
    const small = decode(Buffer.from(await (await get(`${CT}/thumbnail?viewport=2,2`)).arrayBuffer()));
    expect([small.width, small.height]).toEqual([2, 2]);
    expect((await get(`${CT}/rendered?window=a,b`)).status).toBe(400);
    expect((await get(`${CT}/rendered`, 'image/png')).status).toBe(406);
  });

  it('says when the pixel data is shorter than the attributes', async () => {
    await stow(archive.url, [makeInstance({ SOPClassUID: CT_IMAGE, SOPInstanceUID: '2.25.1006', Rows: 30 })]);
    expect((await get(`${SERIES}/instances/2.25.1006/frames/1`)).status).toBe(422);
  });

  it.each([
    [`${CT}/frames/0`, 404],
    [`${CT}/frames/2`, 404],
    [`${CT}/frames/x`, 400],
    [`${SERIES}/instances/2.25.9/frames/1`, 404],
    ['/studies/2.25.9/metadata', 404],
    ['/studies/2.25.9', 404],
    ['/studies/..%2f..%2f..%2fetc%2fpasswd', 400],
    [`/studies/2.25.1/series/..%2f..%2f2.25.1/instances/2.25.1001`, 400],
    [`/studies/${'1'.repeat(65)}/metadata`, 400],
    ['/nothing', 404],
  ])('answers %s with %d', async (resource, status) => {
    expect((await get(resource)).status).toBe(status);
  });
});

describe('DELETE', () => {
  const remove = (resource: string): Promise<Response> => fetch(archive.url + resource, { method: 'DELETE' });

  it('removes an instance, then the rest of the series, with files and folders', async () => {
    expect((await remove(CT)).status).toBe(204);
    expect((await get(`${CT}/metadata`)).status).toBe(404);
    expect(((await (await get(`${SERIES}/metadata`)).json()) as Dataset[]).length).toBe(3);
    expect((await remove(SERIES)).status).toBe(204);
    expect(await (await get('/studies')).json()).toEqual([]);
    await expect(access(path.join(archive.directory, '2.25.1'))).rejects.toThrow();
    expect((await remove('/studies/2.25.1')).status).toBe(404);
  });

  it('lets the same UID come again with other content', async () => {
    await get(`${CT}/frames/1`);
    await remove('/studies/2.25.1');
    expect((await stow(archive.url, [makeInstance({ PixelData: [new Uint16Array(12).fill(7).buffer] })])).status).toBe(200);
    const [part] = await receivedParts(await get(`${CT}/frames/1`));
    expect(part?.bytes[0]).toBe(7);
  });
});

describe('requests from elsewhere', () => {
  it('are refused: a page of another origin', async () => {
    const answer = await fetch(`${archive.url}/studies/2.25.1`, { method: 'DELETE', headers: { origin: 'http://example.org' } });
    expect(answer.status).toBe(403);
    expect((await get(`${CT}/metadata`)).status).toBe(200);
  });
});
