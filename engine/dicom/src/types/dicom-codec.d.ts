/** The part of @cornerstonejs/dicom-codec that Graywise uses. The package ships no types. */
declare module '@cornerstonejs/dicom-codec' {
  interface ImageInfo {
    rows: number;
    columns: number;
    bitsAllocated: number;
    samplesPerPixel: number;
    signed: boolean;
    pixelRepresentation: number;
  }

  interface Codec {
    hasCodec(transferSyntaxUid: string): boolean;
    decode(frame: Uint8Array, info: ImageInfo, transferSyntaxUid: string): Promise<{ imageFrame: ArrayBufferView }>;
  }

  const codec: Codec;
  export default codec;
}
