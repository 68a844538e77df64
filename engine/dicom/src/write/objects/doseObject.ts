import type { CycleVerification, Instant, Volume } from '@graywise/physics';
import type { StudyContext } from '../../model/studyContext.js';
import { digest } from './digest.js';
import { canonicalJson } from './canonicalJson.js';
import { frameGrid, type FrameGrid } from './frameGrid.js';
import { objectFrame, type ObjectFrame } from './objectFrame.js';
import { plainText } from './plainText.js';
import { storedDose } from './storedDose.js';

const RT_DOSE = '1.2.840.10008.5.1.4.1.1.481.2';
const GRID_FRAME_OFFSET_VECTOR = 0x3004000c;

/**
 * The absorbed dose as RTDOSE (PS3.3 A.18): Gy, 16 bits, any oblique grid, frame offsets relative to the first frame.
 *
 * DoseSummationType is RECORD, delivered dose; the treatment record that it should then reference does not exist in DICOM for radiopharmaceuticals.
 */
export function doseObject(verification: CycleVerification, dose: Volume<'Gy'>, study: StudyContext, at: Instant): ObjectFrame {
  const grid = frameGrid(dose.geometry);
  const { stored, gridScaling } = storedDose(dose);
  const { dataset, reference } = objectFrame(
    {
      sopClassUid: RT_DOSE,
      modality: 'RTDOSE',
      seriesNumber: 9001,
      description: `Absorbed dose, cycle ${verification.cycle}`,
      software: verification.software,
      content: [canonicalJson(dose.geometry), String(gridScaling), digest(stored), verification.radiopharmaceutical],
    },
    study,
    at,
  );
  return {
    reference,
    dataset: {
      ...dataset,
      OperatorsName: '',
      ImageType: ['DERIVED', 'PRIMARY', 'DOSE'],
      FrameOfReferenceUID: dose.geometry.frameOfReferenceUid,
      PositionReferenceIndicator: '',
      ImagePositionPatient: grid.positions[0],
      ImageOrientationPatient: grid.imageOrientation,
      PixelSpacing: grid.pixelSpacing,
      SliceThickness: grid.sliceSpacing,
      NumberOfFrames: grid.slices.length,
      FrameIncrementPointer: GRID_FRAME_OFFSET_VECTOR,
      GridFrameOffsetVector: grid.slices.map((_, frame) => frame * grid.sliceSpacing),
      Rows: grid.rows,
      Columns: grid.columns,
      SamplesPerPixel: 1,
      PhotometricInterpretation: 'MONOCHROME2',
      BitsAllocated: 16,
      BitsStored: 16,
      HighBit: 15,
      PixelRepresentation: 0,
      DoseUnits: 'GY',
      DoseType: 'PHYSICAL',
      DoseSummationType: 'RECORD',
      DoseComment: plainText(
        `${verification.radiopharmaceutical}, cycle ${verification.cycle}: for review by a medical physics expert`,
        64,
      ),
      DoseGridScaling: gridScaling,
      PixelData: inFrameOrder(stored, grid),
    },
  };
}

function inFrameOrder(stored: Uint16Array, { rows, columns, slices }: FrameGrid): Uint16Array {
  const frames = new Uint16Array(stored.length);
  const size = rows * columns;
  slices.forEach((slice, frame) => frames.set(stored.subarray(slice * size, (slice + 1) * size), frame * size));
  return frames;
}
