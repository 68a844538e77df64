import { GraywiseError, type CycleVerification, type Instant, type ObjectReference, type RegionMask } from '@graywise/physics';
import { dicomCode } from '../../model/code.js';
import type { StudyContext } from '../../model/studyContext.js';
import { deterministicUid } from '../deterministicUid.js';
import type { NaturalDataset } from '../naturalDataset.js';
import { canonicalJson } from './canonicalJson.js';
import { codeItem } from './codeItem.js';
import { digest } from './digest.js';
import { frameGrid, type FrameGrid } from './frameGrid.js';
import { objectFrame, type ObjectFrame } from './objectFrame.js';
import { packedFrames } from './packedFrames.js';
import { segmentItem } from './segmentItem.js';
import { seriesReferences } from './seriesReferences.js';
import { sopReference } from './sopReference.js';

const SEGMENTATION = '1.2.840.10008.5.1.4.1.1.66.4';
/** What the regions of a record are called; by it and by the producer they are told from regions that a person drew. */
export const RECORDED_REGIONS = 'Regions of the dosimetry, on the dose grid';

const SEGMENT_NUMBER = 0x0062000b;
const SEGMENT_IDENTIFICATION = 0x0062000a;
const IMAGE_POSITION = 0x00200032;
const PLANE_POSITION = 0x00209113;

/** One frame: the pixels of one region in one slice. `slice` counts frames of the dose grid from 0. */
interface SegmentFrame {
  readonly segment: number;
  readonly slice: number;
  readonly pixels: Uint8Array;
}

/**
 * Regions on the dose grid as a binary Segmentation (PS3.3 A.51), segment n being the nth region. Regions may overlap; frames without a voxel are left out.
 *
 * Its frames refer to the frames of the RTDOSE object `dose`, which has the same grid: OHIF loads a segmentation only over images of its own rows and columns.
 * Throws GW_NO_REGIONS when no region has a voxel.
 */
export function segmentationObject(
  verification: CycleVerification,
  regions: readonly RegionMask[],
  dose: ObjectReference,
  study: StudyContext,
  at: Instant,
): ObjectFrame {
  const grid = frameGrid(verification.doseGrid);
  const frames = regions.flatMap((region, index) => framesOf(region, index + 1, grid));
  if (frames.length === 0) throw new GraywiseError('GW_NO_REGIONS');
  const pixelData = packedFrames(frames.map(({ pixels }) => pixels));
  const { dataset, reference } = objectFrame(
    {
      sopClassUid: SEGMENTATION,
      modality: 'SEG',
      seriesNumber: 9002,
      description: `Regions on the dose grid, cycle ${verification.cycle}`,
      software: verification.software,
      content: [
        dose.sopInstanceUid,
        canonicalJson(regions.map(({ name, label, color }) => [name, label, color])),
        canonicalJson(frames.map(({ segment, slice }) => [segment, slice])),
        digest(pixelData),
      ],
    },
    study,
    at,
  );
  return {
    reference,
    dataset: {
      ...dataset,
      ...segmentationImage(grid, frames.length),
      ReferencedSeriesSequence: seriesReferences([dose], 'ReferencedInstanceSequence'),
      FrameOfReferenceUID: verification.doseGrid.frameOfReferenceUid,
      PositionReferenceIndicator: '',
      ...dimensions(deterministicUid('dimensions', reference.sopInstanceUid)),
      SegmentSequence: regions.map((region, index) => segmentItem(region, index + 1, study)),
      SharedFunctionalGroupsSequence: [sharedGroups(grid)],
      PerFrameFunctionalGroupsSequence: frames.map(frame => frameGroups(frame, grid, dose)),
      PixelData: pixelData,
    },
  };
}

function framesOf({ mask }: RegionMask, segment: number, { rows, columns, slices }: FrameGrid): SegmentFrame[] {
  const frameSize = rows * columns;
  return slices
    .map((slice, frame) => ({ segment, slice: frame, pixels: mask.subarray(slice * frameSize, (slice + 1) * frameSize) }))
    .filter(({ pixels }) => pixels.some(pixel => pixel !== 0));
}

function segmentationImage({ rows, columns }: FrameGrid, frames: number): NaturalDataset {
  return {
    ImageType: ['DERIVED', 'PRIMARY'],
    ContentLabel: 'REGIONS',
    ContentDescription: RECORDED_REGIONS,
    ContentCreatorName: '',
    SegmentationType: 'BINARY',
    SegmentsOverlap: 'UNDEFINED',
    LossyImageCompression: '00',
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    NumberOfFrames: frames,
    Rows: rows,
    Columns: columns,
    BitsAllocated: 1,
    BitsStored: 1,
    HighBit: 0,
    PixelRepresentation: 0,
  };
}

function dimensions(organizationUid: string): NaturalDataset {
  const index = (pointer: number, group: number, label: string): NaturalDataset => ({
    DimensionOrganizationUID: organizationUid,
    DimensionIndexPointer: pointer,
    FunctionalGroupPointer: group,
    DimensionDescriptionLabel: label,
  });
  return {
    DimensionOrganizationSequence: [{ DimensionOrganizationUID: organizationUid }],
    DimensionIndexSequence: [index(SEGMENT_NUMBER, SEGMENT_IDENTIFICATION, 'Segment'), index(IMAGE_POSITION, PLANE_POSITION, 'Position')],
  };
}

function sharedGroups({ pixelSpacing, sliceSpacing, imageOrientation }: FrameGrid): NaturalDataset {
  return {
    PixelMeasuresSequence: [{ PixelSpacing: pixelSpacing, SliceThickness: sliceSpacing, SpacingBetweenSlices: sliceSpacing }],
    PlaneOrientationSequence: [{ ImageOrientationPatient: imageOrientation }],
  };
}

function frameGroups({ segment, slice }: SegmentFrame, { positions }: FrameGrid, dose: ObjectReference): NaturalDataset {
  const source = {
    ...sopReference(dose),
    ReferencedFrameNumber: slice + 1,
    PurposeOfReferenceCodeSequence: [codeItem(dicomCode('121322', 'Source image for image processing operation'))],
  };
  return {
    DerivationImageSequence: [{ DerivationCodeSequence: [codeItem(dicomCode('113076', 'Segmentation'))], SourceImageSequence: [source] }],
    FrameContentSequence: [{ DimensionIndexValues: [segment, slice + 1] }],
    PlanePositionSequence: [{ ImagePositionPatient: positions[slice] }],
    SegmentIdentificationSequence: [{ ReferencedSegmentNumber: segment }],
  };
}
