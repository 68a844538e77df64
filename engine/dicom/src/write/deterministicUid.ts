import { sha256 } from './encoding/sha256.js';

/**
 * A DICOM UID that depends on `parts` and on nothing else, so that the same content gets the same identifier however often it is written.
 *
 * A version 8 UUID (RFC 9562) cut from the SHA-256 of the parts, in the decimal form of PS3.5 B.2: at most 44 characters.
 */
export function deterministicUid(...parts: readonly string[]): string {
  const uuid = sha256(new TextEncoder().encode(JSON.stringify(parts))).subarray(0, 16);
  const view = new DataView(uuid.buffer, uuid.byteOffset);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x80);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  return `2.25.${uuid.reduce((value, byte) => value * 256n + BigInt(byte), 0n)}`;
}
