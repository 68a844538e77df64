import {
  invertTransform,
  type CycleVerification,
  type Instant,
  type Matrix4,
  type ObjectReference,
  type RegistrationResult,
} from '@graywise/physics';
import { dicomCode, type Code } from '../../model/code.js';
import type { StudyContext } from '../../model/studyContext.js';
import type { NaturalDataset } from '../naturalDataset.js';
import { canonicalJson } from './canonicalJson.js';
import { codeItem } from './codeItem.js';
import { objectFrame, type ObjectFrame } from './objectFrame.js';
import { seriesReferences } from './seriesReferences.js';
import { sopReference } from './sopReference.js';
import { studyReferences } from './studyReferences.js';

const SPATIAL_REGISTRATION = '1.2.840.10008.5.1.4.1.1.66.1';
const IDENTITY: Matrix4 = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/** Context group 7100. */
const METHODS: Readonly<Record<RegistrationResult['method'], Code>> = {
  identity: dicomCode('125021', 'Frame of Reference Identity'),
  'rigid CT to CT': dicomCode('125024', 'Image Content-based Alignment'),
  'rigid SPECT to SPECT': dicomCode('125024', 'Image Content-based Alignment'),
  'accepted by a person': dicomCode('125025', 'Visual Alignment'),
};

/**
 * How every scan of the cycle lies in the frame of the reference scan, as one Spatial Registration (PS3.3 A.39): an item per scan.
 *
 * The matrix of PS3.3 C.20.2.1.1 maps a point of the item's frame into the registered frame, which is the reference scan's; ours map the other way
 * and are inverted here.
 */
export function registrationObject(verification: CycleVerification, study: StudyContext, at: Instant): ObjectFrame {
  const registered = verification.doseGrid.frameOfReferenceUid;
  const items = verification.registrations.map(registration => ({ registration, images: imagesOf(verification, registration.timePoint) }));
  const { dataset, reference } = objectFrame(
    {
      sopClassUid: SPATIAL_REGISTRATION,
      modality: 'REG',
      seriesNumber: 9003,
      description: `Registrations to the reference scan, cycle ${verification.cycle}`,
      software: verification.software,
      content: [registered, canonicalJson(verification.registrations), canonicalJson(items.map(({ images }) => images))],
    },
    study,
    at,
  );
  const images = items.flatMap(item => item.images);
  const ownStudy = images.filter(image => image.studyInstanceUid === study.studyInstanceUid);
  const otherStudies = images.filter(image => image.studyInstanceUid !== study.studyInstanceUid);
  return {
    reference,
    dataset: {
      ...dataset,
      Laterality: '',
      ContentLabel: 'ALIGNMENT',
      ContentDescription: `Scans of cycle ${verification.cycle} in the frame of the reference scan`,
      ContentCreatorName: '',
      FrameOfReferenceUID: registered,
      PositionReferenceIndicator: '',
      ReferencedSeriesSequence: ownStudy.length > 0 ? seriesReferences(ownStudy, 'ReferencedInstanceSequence') : undefined,
      StudiesContainingOtherReferencedInstancesSequence: studyReferences(otherStudies, 'ReferencedInstanceSequence'),
      RegistrationSequence: [
        registrationItem(registered, [], IDENTITY, METHODS.identity),
        ...items.map(({ registration, images: members }) =>
          registrationItem(
            registration.toFrameOfReferenceUid,
            members,
            invertTransform(registration).matrixLps,
            METHODS[registration.method],
          ),
        ),
      ],
    },
  };
}

function imagesOf(verification: CycleVerification, timePoint: number): ObjectReference[] {
  const scan = verification.scans.find(candidate => candidate.timePoint === timePoint);
  return scan ? [scan.emission, ...(scan.ct ? [scan.ct] : [])] : [];
}

function registrationItem(frameOfReferenceUid: string, images: readonly ObjectReference[], matrix: Matrix4, method: Code): NaturalDataset {
  return {
    FrameOfReferenceUID: frameOfReferenceUid,
    ReferencedImageSequence: images.length > 0 ? images.map(sopReference) : undefined,
    MatrixRegistrationSequence: [
      {
        FrameOfReferenceTransformationComment: method.meaning,
        RegistrationTypeCodeSequence: [codeItem(method)],
        MatrixSequence: [{ FrameOfReferenceTransformationMatrixType: 'RIGID', FrameOfReferenceTransformationMatrix: matrix }],
      },
    ],
  };
}
