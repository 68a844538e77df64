import { decodeFrame } from '../../src/pixels/decodeFrame.js';
import type { PixelFormat } from '../../src/pixels/pixelFormat.js';

const HTJ2K_LOSSLESS = '1.2.840.10008.1.2.4.201';
const format = (signed: boolean): PixelFormat => ({
  rows: 24,
  columns: 32,
  frames: 1,
  kind: 'integer',
  bitsAllocated: 16,
  bitsStored: 16,
  highBit: 15,
  signed,
  littleEndian: true,
});

interface Encoder {
  getDecodedBuffer(info: object): Uint8Array;
  setQuality(reversible: boolean, quantization: number): void;
  encode(): void;
  getEncodedBuffer(): Uint8Array;
}

describe('codecs', () => {
  // No independent HTJ2K encoder was at hand: the codec's own encoder makes the frame, so this shows that it is wired right, not that it conforms.
  it.each([false, true])('R30 HTJ2K: a frame comes back as it was (signed: %s)', async signed => {
    const values = Uint16Array.from({ length: 24 * 32 }, (_, index) => (index * 37) % (signed ? 65536 : 4096));
    const bytes = new Uint8Array(values.buffer);
    const { default: start } = (await import('@cornerstonejs/codec-openjph')) as unknown as {
      default: (options: object) => Promise<{ HTJ2KEncoder: new () => Encoder }>;
    };
    const encoder = new (await start({})).HTJ2KEncoder();
    encoder
      .getDecodedBuffer({ width: 32, height: 24, bitsPerSample: 16, componentCount: 1, isSigned: signed, isUsingColorTransform: false })
      .set(bytes);
    encoder.setQuality(true, 0);
    encoder.encode();
    const frame = encoder.getEncodedBuffer().slice();
    const decoded = await decodeFrame(frame, format(signed), HTJ2K_LOSSLESS, 'a frame');
    expect(decoded.bytesPerSample).toBe(2);
    expect(decoded.bytes).toEqual(bytes);
  });

  it('R31 another syntax is refused by name', async () => {
    await expect(decodeFrame(new Uint8Array(8), format(false), '1.2.840.10008.1.2.4.102', 'a.dcm')).rejects.toMatchObject({
      code: 'GW_TRANSFER_SYNTAX',
    });
  });

  it('R31 a damaged frame is refused by name', async () => {
    await expect(decodeFrame(Uint8Array.from([1, 2, 3, 4, 5, 6]), format(false), '1.2.840.10008.1.2.4.70', 'a.dcm')).rejects.toMatchObject({
      code: 'GW_TRANSFER_SYNTAX',
    });
  });

  it('R32 deflated frames: inflated one by one, padding dropped', async () => {
    const values = Uint8Array.from({ length: 24 * 32 * 2 }, (_, index) => index % 251);
    const stream = new Blob([values]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const frame = new Uint8Array(await new Response(stream).arrayBuffer());
    const decoded = await decodeFrame(frame, format(false), '1.2.840.10008.1.2.8.1', 'a.dcm');
    expect(decoded.bytes).toEqual(values);
  });
});
