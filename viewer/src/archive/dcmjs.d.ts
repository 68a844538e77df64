/** The part of dcmjs that the archive reads with. dcmjs ships no types of its own. */
declare module 'dcmjs' {
  interface Element {
    vr: string;
    Value: unknown[];
  }
  interface Logger {
    setLevel(level: 'silent', persist?: boolean): void;
    getLogger(name: string): Logger;
  }
  const dcmjs: {
    data: {
      DicomMessage: {
        readFile(
          bytes: ArrayBuffer | Uint8Array,
          options?: { ignoreErrors?: boolean },
        ): { meta: Record<string, Element>; dict: Record<string, Element> };
      };
      DicomMetaDictionary: { nameMap: Record<string, { tag: string; vr: string } | undefined> };
    };
    log: Logger;
  };
  export default dcmjs;
}
