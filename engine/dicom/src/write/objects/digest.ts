import { sha256 } from '../encoding/sha256.js';

/** SHA-256 of the memory of a typed array, in hexadecimal. */
export function digest(data: Uint8Array | Uint16Array): string {
  const bytes = sha256(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
