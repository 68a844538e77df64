import { createArchive } from '../src/dicomweb/createArchive';
import { buildMultipart } from '../src/dicomweb/buildMultipart';
import { splitMultipart } from '../src/dicomweb/splitMultipart';

const access = { root: () => '/dicomweb', headers: () => ({ Authorization: 'Bearer token' }) };
const objects = [
  { name: 'a', bytes: new Uint8Array([13, 10, 45, 45, 7]) },
  { name: 'b', bytes: new Uint8Array([0, 255]) },
];

function answer(status: number, body: BodyInit = '', headers: Record<string, string> = {}): void {
  globalThis.fetch = jest.fn(() => Promise.resolve(new Response(body, { status, headers })));
}

describe('multipart bodies', () => {
  it('come apart as they were put together, whatever bytes they hold', async () => {
    const { body, contentType } = buildMultipart(objects);
    const parts = splitMultipart(new Uint8Array(await body.arrayBuffer()), contentType);
    expect(parts.map(part => [...part])).toEqual(objects.map(object => [...object.bytes]));
  });

  it('that are cut short are refused', async () => {
    const { body, contentType } = buildMultipart(objects);
    const bytes = new Uint8Array(await body.arrayBuffer());
    expect(() => splitMultipart(bytes.subarray(0, bytes.length - 40), contentType)).toThrow(
      expect.objectContaining({ code: 'GW_ARCHIVE_GONE' }),
    );
  });
});

describe('storing is all or nothing', () => {
  it('sends one request with the authorization of the viewer', async () => {
    answer(200, '{}');
    await createArchive(access).store(objects);
    const [[address, request]] = jest.mocked(globalThis.fetch).mock.calls as [[string, RequestInit]];
    expect(address).toBe('/dicomweb/studies');
    expect(request.headers).toMatchObject({ Authorization: 'Bearer token' });
  });

  it('refuses an archive that takes only a part', async () => {
    answer(202, JSON.stringify({ '00081198': { Value: [{}] } }));
    await expect(createArchive(access).store(objects)).rejects.toMatchObject({
      code: 'GW_ARCHIVE_REFUSED',
      details: { found: '1 of 2 were not taken' },
    });
  });

  it('says that the archive is gone when it fails or does not answer', async () => {
    answer(503, 'down');
    await expect(createArchive(access).store(objects)).rejects.toMatchObject({
      code: 'GW_ARCHIVE_GONE',
      details: { found: 'status 503, down' },
    });
    globalThis.fetch = jest.fn(() => Promise.reject(new TypeError('network')));
    await expect(createArchive(access).store(objects)).rejects.toMatchObject({ code: 'GW_ARCHIVE_GONE', details: { found: 'network' } });
  });

  it('says that it was cancelled when the signal fired', async () => {
    globalThis.fetch = jest.fn(() => Promise.reject(new DOMException('', 'AbortError')));
    await expect(createArchive(access).store(objects, AbortSignal.abort())).rejects.toMatchObject({ code: 'GW_CANCELLED' });
  });
});

describe('retrieving', () => {
  const series = (uid: string, modality: string): object => ({
    '0020000E': { Value: [uid] },
    '0020000D': { Value: ['1.1'] },
    '00080060': { Value: [modality] },
  });

  it('takes the usable series of studies with emission images, and leaves the rest', async () => {
    const asked: string[] = [];
    const { body, contentType } = buildMultipart(objects.slice(0, 1));
    const bytes = await body.arrayBuffer();
    globalThis.fetch = jest.fn((address: string) => {
      asked.push(address);
      if (address.startsWith('/dicomweb/studies?'))
        return Promise.resolve(new Response(JSON.stringify([{ '0020000D': { Value: ['1.1'] } }, { '0020000D': { Value: ['1.2'] } }])));
      if (address.startsWith('/dicomweb/studies/1.1/series?'))
        return Promise.resolve(new Response(JSON.stringify([series('1.1.1', 'NM'), series('1.1.2', 'MR')])));
      if (address.startsWith('/dicomweb/studies/1.2/series?'))
        return Promise.resolve(new Response(JSON.stringify([series('1.2.1', 'CT')])));
      return Promise.resolve(new Response(bytes, { headers: { 'content-type': contentType } }));
    }) as unknown as typeof fetch;
    const files = await createArchive(access).retrievePatient('P');
    expect(files.map(file => file.name)).toEqual(['1.1.1/1.dcm']);
    expect(asked.filter(address => !address.includes('?'))).toEqual(['/dicomweb/studies/1.1/series/1.1.1']);
  });
});
