/** One DICOM file. `name` is a path relative to the folder that holds it: for messages and for the folder names of the facts, never for meaning. */
export interface Part10 {
  readonly name: string;
  readonly bytes: Uint8Array;
}
