/** Transfer syntaxes whose pixel data is not encapsulated, with the syntax in which its frames are the same bytes. */
const native: Readonly<Record<string, string>> = {
  '1.2.840.10008.1.2': '1.2.840.10008.1.2.1',
  '1.2.840.10008.1.2.1': '1.2.840.10008.1.2.1',
  '1.2.840.10008.1.2.1.99': '1.2.840.10008.1.2.1',
  '1.2.840.10008.1.2.2': '1.2.840.10008.1.2.2',
};

/** Media types of encapsulated frames (PS3.18 table 8.7.3-5); what is not listed goes as plain bytes. */
const mediaTypes: Readonly<Record<string, string>> = {
  '1.2.840.10008.1.2.4.50': 'image/jpeg',
  '1.2.840.10008.1.2.4.51': 'image/jpeg',
  '1.2.840.10008.1.2.4.57': 'image/jpeg',
  '1.2.840.10008.1.2.4.70': 'image/jpeg',
  '1.2.840.10008.1.2.4.80': 'image/jls',
  '1.2.840.10008.1.2.4.81': 'image/jls',
  '1.2.840.10008.1.2.4.90': 'image/jp2',
  '1.2.840.10008.1.2.4.91': 'image/jp2',
  '1.2.840.10008.1.2.4.201': 'image/jphc',
  '1.2.840.10008.1.2.4.202': 'image/jphc',
  '1.2.840.10008.1.2.4.203': 'image/jphc',
  '1.2.840.10008.1.2.5': 'image/dicom-rle',
};

/** Whether frames lie in the pixel data as plain pixels. */
export function isNative(transferSyntaxUid: string): boolean {
  return transferSyntaxUid in native;
}

/** The transfer syntax and media type that a frame is sent as: encapsulated ones as stored. */
export function frameEncoding(transferSyntaxUid: string): { transferSyntaxUid: string; mediaType: string } {
  return {
    transferSyntaxUid: native[transferSyntaxUid] ?? transferSyntaxUid,
    mediaType: mediaTypes[transferSyntaxUid] ?? 'application/octet-stream',
  };
}
