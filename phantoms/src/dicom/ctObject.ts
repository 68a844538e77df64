import { deterministicUid, encodePart10, type NaturalDataset, type Part10 } from '@graywise/dicom';
import type { VolumeGeometry } from '@graywise/physics';
import { CT_INTERCEPT } from '../camera/ctSlice.js';
import { commonModules, type PhantomSeries, type PhantomStudy } from './commonModules.js';
import { dicomTime } from './dicomTime.js';

export const CT_IMAGE_STORAGE = '1.2.840.10008.5.1.4.1.1.2';

/** The UID of slice `k` of a CT series. */
export function ctInstanceUid(series: PhantomSeries, k: number): string {
  return deterministicUid('graywise phantom', series.seriesInstanceUid, String(k));
}

/** Slice `k` of a CT series as a CT Image. `pixels` are stored values (HU + 1024). */
export function ctObject(
  study: PhantomStudy,
  series: PhantomSeries,
  geometry: VolumeGeometry,
  k: number,
  pixels: Uint16Array,
  name: string,
): Part10 {
  const [columns, rows] = geometry.size;
  const [x, y, z] = geometry.originLps;
  const height = z + geometry.spacingMm[2] * k;
  const taken = dicomTime(series.start);
  const image: NaturalDataset = {
    ...commonModules(study, series),
    SOPClassUID: CT_IMAGE_STORAGE,
    SOPInstanceUID: ctInstanceUid(series, k),
    ImageType: ['ORIGINAL', 'PRIMARY', 'AXIAL'],
    InstanceNumber: k + 1,
    AcquisitionNumber: 1,
    AcquisitionDate: taken.date,
    AcquisitionTime: taken.time,
    PatientPosition: 'HFS',
    KVP: 120,
    ImagePositionPatient: [x, y, height],
    ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
    SliceLocation: height,
    PixelSpacing: [geometry.spacingMm[1], geometry.spacingMm[0]],
    SliceThickness: geometry.spacingMm[2],
    Rows: rows,
    Columns: columns,
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    BitsAllocated: 16,
    BitsStored: 12,
    HighBit: 11,
    PixelRepresentation: 0,
    RescaleIntercept: CT_INTERCEPT,
    RescaleSlope: 1,
    RescaleType: 'HU',
    WindowCenter: 40,
    WindowWidth: 400,
    PixelData: pixels,
  };
  return encodePart10(image, name);
}
