import type { Part10 } from '../write/part10.js';

/** A multipart/related body of DICOM files for STOW-RS, with its content type. */
export function buildMultipart(objects: readonly Part10[]): { readonly body: Blob; readonly contentType: string } {
  const boundary = `graywise-${String(objects.length)}-${String(objects.reduce((sum, object) => sum + object.bytes.length, 0))}-part`;
  const pieces = objects.flatMap(object => [
    `--${boundary}\r\nContent-Type: application/dicom\r\n\r\n`,
    object.bytes as Uint8Array<ArrayBuffer>,
    '\r\n',
  ]);
  return {
    body: new Blob([...pieces, `--${boundary}--\r\n`]),
    contentType: `multipart/related; type="application/dicom"; boundary=${boundary}`,
  };
}
