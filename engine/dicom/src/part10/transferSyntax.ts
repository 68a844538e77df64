/** What a transfer syntax (PS3.5 A) means for the bytes of a dataset. */
export interface TransferSyntax {
  readonly uid: string;
  readonly explicit: boolean;
  readonly littleEndian: boolean;
  readonly deflated: boolean;
  /** Pixel data in fragments, each frame compressed on its own. */
  readonly encapsulated: boolean;
}

const NATIVE: Readonly<Record<string, Omit<TransferSyntax, 'uid'>>> = {
  '1.2.840.10008.1.2': { explicit: false, littleEndian: true, deflated: false, encapsulated: false },
  '1.2.840.10008.1.2.1': { explicit: true, littleEndian: true, deflated: false, encapsulated: false },
  '1.2.840.10008.1.2.1.99': { explicit: true, littleEndian: true, deflated: true, encapsulated: false },
  '1.2.840.10008.1.2.2': { explicit: true, littleEndian: false, deflated: false, encapsulated: false },
};

/** The transfer syntax of a UID. Every syntax that is not one of the four native ones is explicit little endian and encapsulated (PS3.5 A.4). */
export function transferSyntax(uid: string): TransferSyntax {
  return { uid, ...(NATIVE[uid] ?? { explicit: true, littleEndian: true, deflated: false, encapsulated: true }) };
}
