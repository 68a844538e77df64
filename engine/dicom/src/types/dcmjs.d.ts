/** The small part of dcmjs that Graywise uses. dcmjs ships no types of its own. */
declare module 'dcmjs' {
  /** One element as dcmjs holds it: `Value` is always a list; sequences are lists of `DicomElements`. */
  export interface DicomElement {
    vr: string;
    Value: unknown[];
    _rawValue?: unknown;
  }

  /** Elements of a dataset by tag: eight upper-case hexadecimal digits. */
  export type DicomElements = Record<string, DicomElement>;

  /** A dataset by keyword, the form that is comfortable to write. Sequences are arrays of such datasets. */
  export type NaturalDataset = Record<string, unknown>;

  export interface DicomDict {
    meta: DicomElements;
    dict: DicomElements;
    write(options?: { fragmentMultiframe?: boolean; allowInvalidVRLength?: boolean }): ArrayBuffer;
  }

  interface DictionaryEntry {
    tag: string;
    vr: string;
    name: string;
    vm: string;
  }

  /** Where dcmjs stands in the bytes it reads. `more` takes the next bytes as a stream of their own. */
  interface ReadBufferStream {
    decoder: TextDecoder;
    more: (this: ReadBufferStream, length: number) => ReadBufferStream;
    setDecoder(decoder: TextDecoder): void;
  }

  interface Logger {
    setLevel(level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent', persist?: boolean): void;
    getLogger(name: string): Logger;
  }

  interface Dcmjs {
    data: {
      DicomMessage: {
        readFile(
          bytes: ArrayBuffer | Uint8Array,
          options?: { ignoreErrors?: boolean; untilTag?: string | null; noCopy?: boolean },
        ): DicomDict;
      };
      ReadBufferStream: { readonly prototype: ReadBufferStream };
      DicomDict: new (meta: DicomElements) => DicomDict;
      DicomMetaDictionary: {
        nameMap: Record<string, DictionaryEntry | undefined>;
        dictionary: Record<string, DictionaryEntry | undefined>;
        naturalizeDataset(elements: DicomElements): NaturalDataset;
        denaturalizeDataset(dataset: NaturalDataset): DicomElements;
        uid(): string;
      };
      datasetToDict(dataset: NaturalDataset): DicomDict;
    };
    log: Logger;
  }

  const dcmjs: Dcmjs;
  export default dcmjs;
}
