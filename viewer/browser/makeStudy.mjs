import dcmjs from 'dcmjs';

const SLICES = 24;
const SIDE = 96;

/** A small CT of a water cylinder with a bright rod, as DICOM files. `changes` replaces or adds attributes of every slice. */
export function makeStudy(changes = {}) {
  return Array.from({ length: SLICES }, (_, slice) => {
    const dataset = {
      _meta: {},
      _vrMap: { PixelData: 'OW' },
      SpecificCharacterSet: 'ISO_IR 192',
      ImageType: ['ORIGINAL', 'PRIMARY', 'AXIAL'],
      SOPClassUID: '1.2.840.10008.5.1.4.1.1.2',
      SOPInstanceUID: `2.25.500.${slice + 1}`,
      StudyInstanceUID: '2.25.5',
      SeriesInstanceUID: '2.25.50',
      FrameOfReferenceUID: '2.25.55',
      PatientName: 'Cylinder^Water',
      PatientID: 'SMOKE-1',
      PatientBirthDate: '',
      PatientSex: 'O',
      StudyDate: '20260302',
      StudyTime: '091000',
      SeriesDate: '20260302',
      SeriesTime: '091000',
      AccessionNumber: '',
      StudyID: '1',
      StudyDescription: 'Cylinder',
      SeriesDescription: 'CT of the cylinder',
      SeriesNumber: 2,
      Modality: 'CT',
      PatientPosition: 'HFS',
      InstanceNumber: slice + 1,
      Rows: SIDE,
      Columns: SIDE,
      SamplesPerPixel: 1,
      PhotometricInterpretation: 'MONOCHROME2',
      BitsAllocated: 16,
      BitsStored: 16,
      HighBit: 15,
      PixelRepresentation: 1,
      PixelSpacing: [3, 3],
      SliceThickness: 3,
      ImagePositionPatient: [-144, -144, slice * 3],
      ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
      RescaleSlope: 1,
      RescaleIntercept: 0,
      RescaleType: 'HU',
      WindowCenter: 40,
      WindowWidth: 400,
      PixelData: [cylinder().buffer],
      ...changes,
    };
    return new Uint8Array(dcmjs.data.datasetToDict(dataset).write());
  });
}

function cylinder() {
  const middle = (SIDE - 1) / 2;
  return Int16Array.from({ length: SIDE * SIDE }, (_, pixel) => {
    const x = (pixel % SIDE) - middle;
    const y = Math.floor(pixel / SIDE) - middle;
    if (Math.hypot(x - 12, y) < 6) return 220;
    return Math.hypot(x, y) < 36 ? 0 : -1000;
  });
}
