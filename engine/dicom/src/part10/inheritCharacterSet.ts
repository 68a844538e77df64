import dcmjs from 'dcmjs';

const PATCHED = Symbol.for('graywise.inheritCharacterSet');

/**
 * Makes dcmjs read the text of sequence items in the character set of the dataset around them, as PS3.3 C.12.1.1.2 has it: dcmjs 0.52 begins every item
 * anew with Latin-1, which turns the accents of segment and structure names into others. May be called often; it acts once.
 */
export function inheritCharacterSet(): void {
  const prototype = dcmjs.data.ReadBufferStream.prototype;
  if (Object.hasOwn(prototype, PATCHED)) return;
  const more = prototype.more;
  prototype.more = function (length) {
    const part = more.call(this, length);
    part.setDecoder(this.decoder);
    return part;
  };
  Object.defineProperty(prototype, PATCHED, { value: true });
}
