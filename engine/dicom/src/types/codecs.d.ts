/** The part of the codecs that Graywise uses: emscripten modules that ship no types. */
declare module '@cornerstonejs/codec-charls/decode' {
  const start: import('../pixels/codecs.js').StartCodec<'JpegLSDecoder'>;
  export default start;
}

declare module '@cornerstonejs/codec-openjpeg/decode' {
  const start: import('../pixels/codecs.js').StartCodec<'J2KDecoder'>;
  export default start;
}

declare module '@cornerstonejs/codec-openjph' {
  const start: import('../pixels/codecs.js').StartCodec<'HTJ2KDecoder'>;
  export default start;
}

declare module 'jpeg-lossless-decoder-js' {
  export class Decoder {
    decode(buffer: ArrayBuffer, offset: number, length: number, bytesPerSample: number): ArrayBufferView;
  }
}
