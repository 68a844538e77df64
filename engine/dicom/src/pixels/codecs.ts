import { Decoder as LosslessJpegDecoder } from 'jpeg-lossless-decoder-js';

/** A decoder of one of the emscripten codecs. Buffers are views into its own memory: copy before the next call. */
interface FrameDecoder {
  getEncodedBuffer(length: number): Uint8Array;
  decode(): void;
  getDecodedBuffer(): Uint8Array;
  delete(): void;
}

interface CodecOptions {
  print(text: string): void;
  printErr(text: string): void;
  locateFile?(path: string, directory: string): string;
}

/** Starts a codec; `Name` is the class of its decoder. */
export type StartCodec<Name extends string> = (options: CodecOptions) => Promise<Record<Name, new () => FrameDecoder>>;

/** Decodes one frame to little-endian samples. `bytesPerSample` is that of the format. */
export type FrameCodec = (frame: Uint8Array, bytesPerSample: number) => Promise<Uint8Array>;

// The codecs talk on standard output, which belongs to the documents of the command line.
const quiet = { print: (): void => undefined, printErr: (): void => undefined };
let openJphUrl: string | null = null;

/**
 * Says where the browser finds the WebAssembly file of the HTJ2K codec (openjphjs.wasm of @cornerstonejs/codec-openjph); without this it is looked
 * for beside the running script. Node needs no such setting, nor do the other codecs.
 */
export function configureCodecs(options: { readonly openJphWasmUrl: string }): void {
  openJphUrl = options.openJphWasmUrl;
}

const jpegLs = once(async () => new (await start(import('@cornerstonejs/codec-charls/decode'))).JpegLSDecoder());
const jpeg2000 = once(async () => new (await start(import('@cornerstonejs/codec-openjpeg/decode'))).J2KDecoder());
const highThroughput = once(async () => {
  const url = openJphUrl;
  const { default: startCodec } = await import('@cornerstonejs/codec-openjph');
  return new (await startCodec(url === null ? quiet : { ...quiet, locateFile: () => url })).HTJ2KDecoder();
});

const viaDecoder =
  (decoder: () => Promise<FrameDecoder>): FrameCodec =>
  async frame => {
    const codec = await decoder();
    codec.getEncodedBuffer(frame.byteLength).set(frame);
    codec.decode();
    return codec.getDecodedBuffer().slice();
  };

const losslessJpeg: FrameCodec = (frame, bytesPerSample) => {
  // A whole buffer of its own: the decoder reads from the start of the buffer beneath a view.
  const decoded = new LosslessJpegDecoder().decode(frame.slice().buffer, 0, frame.byteLength, bytesPerSample);
  return Promise.resolve(new Uint8Array(decoded.buffer, decoded.byteOffset, decoded.byteLength));
};

/** Codecs by transfer syntax: JPEG lossless, JPEG-LS, JPEG 2000 and HTJ2K. Each is loaded when its first frame comes. */
export const FRAME_CODECS: Readonly<Record<string, FrameCodec>> = {
  '1.2.840.10008.1.2.4.57': losslessJpeg,
  '1.2.840.10008.1.2.4.70': losslessJpeg,
  '1.2.840.10008.1.2.4.80': viaDecoder(jpegLs),
  '1.2.840.10008.1.2.4.81': viaDecoder(jpegLs),
  '1.2.840.10008.1.2.4.90': viaDecoder(jpeg2000),
  '1.2.840.10008.1.2.4.91': viaDecoder(jpeg2000),
  '1.2.840.10008.1.2.4.201': viaDecoder(highThroughput),
  '1.2.840.10008.1.2.4.202': viaDecoder(highThroughput),
  '1.2.840.10008.1.2.4.203': viaDecoder(highThroughput),
};

async function start<Name extends string>(loading: Promise<{ default: StartCodec<Name> }>): Promise<Record<Name, new () => FrameDecoder>> {
  return (await loading).default(quiet);
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
