import { deterministicUid, encodePart10, type NaturalDataset, type Part10 } from '@graywise/dicom';
import type { VolumeGeometry } from '@graywise/physics';
import type { SourceRegion } from '../anatomy/anatomyPart.js';
import { codeItem } from './codeItem.js';
import { commonModules, type PhantomSeries, type PhantomStudy } from './commonModules.js';
import { CT_IMAGE_STORAGE, ctInstanceUid } from './ctObject.js';
import { segmentCodes } from './segmentCodes.js';

/** A region on the grid of a CT: one byte per voxel, 1 inside. */
export interface DrawnRegion {
  readonly region: SourceRegion;
  readonly mask: Uint8Array;
}

const PLANE_POSITION_SEQUENCE = 0x00209113;
const IMAGE_POSITION_PATIENT = 0x00200032;
const SEGMENT_IDENTIFICATION_SEQUENCE = 0x0062000a;
const REFERENCED_SEGMENT_NUMBER = 0x0062000b;

/** Regions drawn on a CT series as a binary SEG: one frame for each slice that a region meets. */
export function segmentationObject(
  study: PhantomStudy,
  series: PhantomSeries,
  ct: PhantomSeries,
  geometry: VolumeGeometry,
  regions: readonly DrawnRegion[],
  name: string,
): Part10 {
  const frames = regions.flatMap(({ mask }, i) => usedSlices(mask, geometry).map(k => ({ mask, segmentNumber: i + 1, k })));
  const organizationUid = deterministicUid('graywise phantom', series.seriesInstanceUid, 'dimensions');
  const usedInstances = [...new Set(frames.map(({ k }) => k))].sort((a, b) => a - b);
  const segmentation: NaturalDataset = {
    ...commonModules(study, series),
    SOPClassUID: '1.2.840.10008.5.1.4.1.1.66.4',
    SOPInstanceUID: deterministicUid('graywise phantom', series.seriesInstanceUid, 'segmentation'),
    ImageType: ['DERIVED', 'PRIMARY'],
    InstanceNumber: 1,
    ContentLabel: 'REGIONS',
    ContentDescription: 'True shapes of the phantom on the grid of the CT',
    ContentCreatorName: 'Graywise^Phantom',
    Rows: geometry.size[1],
    Columns: geometry.size[0],
    NumberOfFrames: frames.length,
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    BitsAllocated: 1,
    BitsStored: 1,
    HighBit: 0,
    PixelRepresentation: 0,
    LossyImageCompression: '00',
    SegmentationType: 'BINARY',
    SegmentSequence: regions.map(({ region }, i) => segmentItem(region, i + 1, series)),
    DimensionOrganizationSequence: [{ DimensionOrganizationUID: organizationUid }],
    DimensionIndexSequence: [
      dimensionItem(organizationUid, REFERENCED_SEGMENT_NUMBER, SEGMENT_IDENTIFICATION_SEQUENCE, 'Segment'),
      dimensionItem(organizationUid, IMAGE_POSITION_PATIENT, PLANE_POSITION_SEQUENCE, 'Slice'),
    ],
    ReferencedSeriesSequence: [
      {
        SeriesInstanceUID: ct.seriesInstanceUid,
        ReferencedInstanceSequence: usedInstances.map(k => ({
          ReferencedSOPClassUID: CT_IMAGE_STORAGE,
          ReferencedSOPInstanceUID: ctInstanceUid(ct, k),
        })),
      },
    ],
    SharedFunctionalGroupsSequence: [sharedGroups(geometry)],
    PerFrameFunctionalGroupsSequence: frames.map(({ segmentNumber, k }) => frameItem(segmentNumber, k, ct, geometry)),
    PixelData: packedBits(frames, geometry),
  };
  return encodePart10(segmentation, name);
}

function dimensionItem(organizationUid: string, pointer: number, group: number, label: string): NaturalDataset {
  return {
    DimensionOrganizationUID: organizationUid,
    DimensionIndexPointer: pointer,
    FunctionalGroupPointer: group,
    DimensionDescriptionLabel: label,
  };
}

function sharedGroups({ spacingMm }: VolumeGeometry): NaturalDataset {
  return {
    PlaneOrientationSequence: [{ ImageOrientationPatient: [1, 0, 0, 0, 1, 0] }],
    PixelMeasuresSequence: [
      { PixelSpacing: [spacingMm[1], spacingMm[0]], SliceThickness: spacingMm[2], SpacingBetweenSlices: spacingMm[2] },
    ],
  };
}

function usedSlices(mask: Uint8Array, { size }: VolumeGeometry): number[] {
  const area = size[0] * size[1];
  return Array.from({ length: size[2] }, (_, k) => k).filter(k => mask.subarray(k * area, (k + 1) * area).includes(1));
}

function segmentItem(region: SourceRegion, number: number, series: PhantomSeries): NaturalDataset {
  return {
    SegmentNumber: number,
    SegmentLabel: region,
    SegmentAlgorithmType: 'MANUAL',
    TrackingID: region,
    TrackingUID: deterministicUid('graywise phantom', series.seriesInstanceUid, 'tracking', region),
    ...segmentCodes(region),
  };
}

function frameItem(segmentNumber: number, k: number, ct: PhantomSeries, { originLps, spacingMm }: VolumeGeometry): NaturalDataset {
  return {
    SegmentIdentificationSequence: [{ ReferencedSegmentNumber: segmentNumber }],
    FrameContentSequence: [{ DimensionIndexValues: [segmentNumber, k + 1] }],
    PlanePositionSequence: [{ ImagePositionPatient: [originLps[0], originLps[1], originLps[2] + spacingMm[2] * k] }],
    DerivationImageSequence: [
      {
        DerivationCodeSequence: [codeItem('113076', 'DCM', 'Segmentation')],
        SourceImageSequence: [
          {
            ReferencedSOPClassUID: CT_IMAGE_STORAGE,
            ReferencedSOPInstanceUID: ctInstanceUid(ct, k),
            PurposeOfReferenceCodeSequence: [codeItem('121322', 'DCM', 'Source image for image processing operation')],
          },
        ],
      },
    ],
  };
}

/** Frames end to end, eight pixels to a byte, the first pixel in the lowest bit (PS3.5 8.2). */
function packedBits(frames: readonly { readonly mask: Uint8Array; readonly k: number }[], { size }: VolumeGeometry): Uint8Array {
  const area = size[0] * size[1];
  const packed = new Uint8Array(Math.ceil((frames.length * area) / 8));
  frames.forEach(({ mask, k }, frame) => {
    for (let i = 0; i < area; i++) {
      const bit = frame * area + i;
      if (mask[k * area + i] === 1) packed[bit >>> 3] = (packed[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
  });
  return packed;
}
