const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes of a text in base64 (RFC 4648, with padding). Own, because no function for it is there in Node and in every browser alike. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const values = new Uint8Array(128);
  for (let value = 0; value < ALPHABET.length; value++) values[ALPHABET.charCodeAt(value)] = value;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  const valueAt = (position: number): number => values[text.charCodeAt(position)] ?? 0;
  for (let read = 0, written = 0; read < text.length; read += 4) {
    const bits = (valueAt(read) << 18) | (valueAt(read + 1) << 12) | (valueAt(read + 2) << 6) | valueAt(read + 3);
    bytes[written++] = bits >> 16;
    bytes[written++] = bits >> 8;
    bytes[written++] = bits;
  }
  return bytes;
}
