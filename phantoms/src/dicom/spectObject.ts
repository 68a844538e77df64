import { deterministicUid, encodePart10, type NaturalDataset, type Part10 } from '@graywise/dicom';
import type { Instant, VolumeGeometry } from '@graywise/physics';
import type { SpectCamera } from '../camera/spectCamera.js';
import { codeItem } from './codeItem.js';
import { commonModules, type PhantomSeries, type PhantomStudy } from './commonModules.js';
import { dicomTime } from './dicomTime.js';

/** FrameIncrementPointer: the frames are counted by SliceVector. */
const SLICE_VECTOR = 0x00540080;
const HALF_LIFE_LU177_S = 574300.8;

/** What was given to a patient, or filled into a source. */
export interface Radiopharmaceutical {
  readonly name: string;
  readonly activityMbq: number;
  readonly start: Instant;
  readonly end: Instant | null;
}

/** An acquisition in counts per voxel as an NM object of one reconstructed volume (RECON TOMO), slices from the feet to the head. */
export function spectObject(
  study: PhantomStudy,
  series: PhantomSeries,
  geometry: VolumeGeometry,
  camera: SpectCamera,
  radiopharmaceutical: Radiopharmaceutical,
  counts: Uint16Array,
  name: string,
): Part10 {
  const [columns, rows, slices] = geometry.size;
  const taken = dicomTime(series.start);
  const greatest = counts.reduce((largest, value) => Math.max(largest, value), 1);
  const image: NaturalDataset = {
    ...commonModules(study, series),
    SOPClassUID: '1.2.840.10008.5.1.4.1.1.20',
    SOPInstanceUID: deterministicUid('graywise phantom', series.seriesInstanceUid, 'volume'),
    ImageType: ['DERIVED', 'PRIMARY', 'RECON TOMO', 'EMISSION'],
    InstanceNumber: 1,
    AcquisitionDate: taken.date,
    AcquisitionTime: taken.time,
    AcquisitionDateTime: taken.dateTime,
    AcquisitionTerminationCondition: 'TIME',
    CountsAccumulated: counts.reduce((sum, value) => sum + value, 0),
    CorrectedImage: ['ATTN', 'SCAT'],
    ReconstructionMethod: 'OSEM RR',
    ConvolutionKernel: camera.resolutionMm === null ? 'NONE' : `GAUSSIAN ${camera.postFilterMm.toFixed(1)} MM`,
    PatientOrientationCodeSequence: [
      { ...codeItem('102538003', 'SCT', 'recumbent'), PatientOrientationModifierCodeSequence: [codeItem('40199007', 'SCT', 'supine')] },
    ],
    PatientGantryRelationshipCodeSequence: [codeItem('102540008', 'SCT', 'headfirst')],
    NumberOfFrames: slices,
    FrameIncrementPointer: SLICE_VECTOR,
    SliceVector: Array.from({ length: slices }, (_, k) => k + 1),
    NumberOfSlices: slices,
    PixelSpacing: [geometry.spacingMm[1], geometry.spacingMm[0]],
    SliceThickness: geometry.spacingMm[2],
    SpacingBetweenSlices: geometry.spacingMm[2],
    Rows: rows,
    Columns: columns,
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    BitsAllocated: 16,
    BitsStored: 16,
    HighBit: 15,
    PixelRepresentation: 0,
    WindowCenter: greatest / 4,
    WindowWidth: greatest / 2,
    ...energyAndIsotope(radiopharmaceutical),
    ...detectorsAndRotation(geometry, camera),
    PixelData: counts,
  };
  return encodePart10(image, name);
}

function energyAndIsotope(radiopharmaceutical: Radiopharmaceutical): NaturalDataset {
  const start = dicomTime(radiopharmaceutical.start);
  const end = radiopharmaceutical.end ? dicomTime(radiopharmaceutical.end) : null;
  return {
    NumberOfEnergyWindows: 1,
    EnergyWindowInformationSequence: [
      { EnergyWindowName: 'Lu-177 208 keV', EnergyWindowRangeSequence: [{ EnergyWindowLowerLimit: 187.2, EnergyWindowUpperLimit: 228.8 }] },
    ],
    RadiopharmaceuticalInformationSequence: [
      {
        Radiopharmaceutical: radiopharmaceutical.name,
        RadionuclideCodeSequence: [codeItem('447553000', 'SCT', '^177^Lutetium')],
        RadionuclideTotalDose: radiopharmaceutical.activityMbq,
        RadionuclideHalfLife: HALF_LIFE_LU177_S,
        RadiopharmaceuticalStartTime: start.time,
        RadiopharmaceuticalStopTime: end?.time,
        RadiopharmaceuticalStartDateTime: start.dateTime,
        RadiopharmaceuticalStopDateTime: end?.dateTime,
      },
    ],
  };
}

function detectorsAndRotation(geometry: VolumeGeometry, camera: SpectCamera): NaturalDataset {
  const detector = {
    CollimatorType: 'PARA',
    CollimatorGridName: 'MEGP',
    FieldOfViewShape: 'RECTANGLE',
    FocalDistance: 0,
    ImagePositionPatient: [...geometry.originLps],
    ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
  };
  const rotation = (head: number): NaturalDataset => ({
    StartAngle: 180 * head,
    AngularStep: 180 / camera.viewsPerHead,
    RotationDirection: 'CW',
    ScanArc: 180,
    ActualFrameDuration: camera.secondsPerView * 1000,
    RadialPosition: 250,
    NumberOfFramesInRotation: camera.viewsPerHead,
    TableHeight: 0,
    TableTraverse: 0,
  });
  return {
    NumberOfDetectors: camera.heads,
    DetectorInformationSequence: Array.from({ length: camera.heads }, () => detector),
    NumberOfRotations: 1,
    RotationInformationSequence: [rotation(0)],
  };
}
