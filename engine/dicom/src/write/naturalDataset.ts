/** What one attribute may hold. `null` and `[]` write an empty attribute, `undefined` writes none; arrays of datasets are the items of a sequence. */
export type NaturalValue =
  | string
  | number
  | readonly string[]
  | readonly number[]
  | Uint8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Float32Array
  | Float64Array
  | NaturalDataset
  | readonly NaturalDataset[]
  | null
  | undefined;

/** A DICOM dataset by the keywords of PS3.6, such as `{ PatientID: '1', PixelSpacing: [4.8, 4.8] }`. AT values are numbers: 0x00540080. */
export interface NaturalDataset {
  readonly [keyword: string]: NaturalValue;
}
