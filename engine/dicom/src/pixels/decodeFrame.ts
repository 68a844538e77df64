import { GraywiseError } from '@graywise/physics';
import { FRAME_CODECS } from './codecs.js';
import { decodeRunLength } from './decodeRunLength.js';
import type { PixelFormat } from './pixelFormat.js';

/** One decoded frame: little-endian samples of `bytesPerSample` bytes. */
export interface DecodedFrame {
  readonly bytes: Uint8Array;
  readonly bytesPerSample: number;
}

const RUN_LENGTH = '1.2.840.10008.1.2.5';
const DEFLATED_FRAMES = '1.2.840.10008.1.2.8.1';

/**
 * Decodes one compressed frame. JPEG lossless, JPEG-LS, JPEG 2000 and HTJ2K go through codecs that are loaded only when needed; run-length and
 * deflated frames are decoded here. Throws GW_TRANSFER_SYNTAX for any other syntax or a frame that does not decode.
 */
export async function decodeFrame(frame: Uint8Array, format: PixelFormat, transferSyntaxUid: string, where: string): Promise<DecodedFrame> {
  const samples = format.rows * format.columns;
  try {
    const bytes = await decode(frame, format, transferSyntaxUid);
    // A codec may use fewer bytes than allocated when the precision allows it: the size tells.
    const bytesPerSample = bytes.byteLength / samples;
    if (format.bitsAllocated > 1 && ![1, 2, 4].includes(bytesPerSample))
      throw new RangeError(`${bytes.byteLength.toString()} bytes for ${samples.toString()} pixels`);
    return { bytes, bytesPerSample };
  } catch (error) {
    throw new GraywiseError('GW_TRANSFER_SYNTAX', {
      where,
      found: `${transferSyntaxUid} (${error instanceof Error ? error.message : String(error)})`,
    });
  }
}

async function decode(frame: Uint8Array, format: PixelFormat, uid: string): Promise<Uint8Array> {
  const samples = format.rows * format.columns;
  if (uid === RUN_LENGTH) return decodeRunLength(frame, samples, format.bitsAllocated / 8);
  if (uid === DEFLATED_FRAMES) return inflate(frame, Math.ceil((samples * format.bitsAllocated) / 8));
  const codec = FRAME_CODECS[uid];
  if (!codec) throw new RangeError('no codec');
  return codec(frame, format.bitsAllocated / 8);
}

async function inflate(frame: Uint8Array, size: number): Promise<Uint8Array> {
  const stream = new Blob([frame as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const inflated = new Uint8Array(await new Response(stream).arrayBuffer());
  // An odd frame is padded to even length (PS3.5 A.4.13).
  return inflated.subarray(0, size);
}
