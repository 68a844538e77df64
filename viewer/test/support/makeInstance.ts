import dcmjs from 'dcmjs';

export const CT_IMAGE = '1.2.840.10008.5.1.4.1.1.2';
export const SEGMENTATION = '1.2.840.10008.5.1.4.1.1.66.4';

/** A DICOM file of a small CT slice; `changes` replaces or adds attributes by keyword. */
export function makeInstance(changes: Record<string, unknown> = {}): Uint8Array {
  const pixels = Uint16Array.from({ length: 12 }, (_, index) => index * 100);
  const dataset = {
    _meta: {},
    _vrMap: { PixelData: 'OW' },
    SpecificCharacterSet: 'ISO_IR 192',
    SOPClassUID: CT_IMAGE,
    SOPInstanceUID: '2.25.1001',
    StudyInstanceUID: '2.25.1',
    SeriesInstanceUID: '2.25.11',
    PatientName: 'Grün^Ada',
    PatientID: 'P-1',
    StudyDate: '20260302',
    StudyTime: '091000',
    StudyDescription: 'Cycle 1',
    Modality: 'CT',
    InstanceNumber: 1,
    Rows: 3,
    Columns: 4,
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    BitsAllocated: 16,
    BitsStored: 16,
    HighBit: 15,
    PixelRepresentation: 0,
    PixelSpacing: [1.5, 1.5],
    RescaleSlope: 1,
    RescaleIntercept: -1024,
    FrameIncrementPointer: 0x00540080,
    PixelData: [pixels.buffer],
    ...changes,
  };
  return new Uint8Array(dcmjs.data.datasetToDict(dataset).write());
}
