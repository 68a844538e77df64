import type { CycleVerification, Instant, ObjectReference, RegionMask } from '@graywise/physics';
import { dicomCode, snomed, ucum, type Code } from '../../model/code.js';
import type { StudyContext } from '../../model/studyContext.js';
import type { NaturalDataset } from '../naturalDataset.js';
import { dicomDateTime } from '../objects/dicomDateTime.js';
import type { ObjectFrame } from '../objects/objectFrame.js';
import { compositeItem, conceptItem, containerItem, dateTimeItem, imageItem, textItem } from './contentItem.js';
import { expectationItems } from './expectationItems.js';
import { estimateItem } from './estimateItem.js';
import { GRAYWISE_CODES } from './graywiseCodes.js';
import { measuredGroup } from './measuredGroup.js';
import { measurementGroup, type SegmentReference } from './measurementGroup.js';
import { reportObject } from './reportObject.js';
import { warningItems } from './warningItems.js';

/**
 * A title of context group 7021. Not 126000: OHIF 3.13 takes a report of that title for annotations and fails on measurements without coordinates.
 */
export const VERIFICATION_TITLE: Code = dicomCode('126001', 'Oncology Measurement Report');

/** The objects that a report of a verification stands for. */
export interface VerificationObjects {
  readonly dose: ObjectReference;
  readonly segmentation: ObjectReference;
  readonly registration: ObjectReference;
}

/** The verification of a cycle as a measurement report (TID 1500, PS3.16), with a measurement group per region. */
export function verificationReport(
  verification: CycleVerification,
  regions: readonly RegionMask[],
  objects: VerificationObjects,
  study: StudyContext,
  at: Instant,
): ObjectFrame {
  const images = verification.scans.flatMap(({ emission, ct }) => (ct ? [emission, ct] : [emission]));
  const calibration = verification.calibration ? [verification.calibration.source] : [];
  const spheres = verification.resolution?.source ? [verification.resolution.source] : [];
  const segmentOf = (name: string): SegmentReference | null => {
    const index = regions.findIndex(region => region.name === name);
    return index < 0 ? null : { segmentation: objects.segmentation, segment: index + 1, sourceSeriesUid: objects.dose.seriesInstanceUid };
  };
  return reportObject(
    {
      title: VERIFICATION_TITLE,
      template: '1500',
      seriesNumber: 9004,
      description: `Dosimetry report, cycle ${verification.cycle}`,
      software: verification.software,
      cycle: verification.cycle,
      references: [objects.dose, objects.segmentation, objects.registration, ...images, ...calibration, ...spheres],
      record: verification,
      signOff: verification.signOff,
      items: [
        conceptItem(dicomCode('121058', 'Procedure reported'), snomed('373205008', 'Nuclear medicine imaging procedure'), {
          relationship: 'HAS CONCEPT MOD',
        }),
        imageLibrary([...images, ...calibration, ...spheres]),
        containerItem(dicomCode('126010', 'Imaging Measurements'), [
          ...verification.regions.map(region => measurementGroup(region, segmentOf(region.name), study)),
          ...(verification.measured ?? []).map(region => measuredGroup(region, study)),
        ]),
        ...(verification.level ? [textItem(GRAYWISE_CODES.level, verification.level.reason)] : []),
        ...expectationItems(verification),
        administration(verification),
        recordObjects(objects),
        ...warningItems(verification.assumptions, verification.warnings),
      ],
    },
    study,
    at,
  );
}

function imageLibrary(images: readonly ObjectReference[]): NaturalDataset {
  const group = containerItem(
    dicomCode('126200', 'Image Library Group'),
    images.map(image => imageItem(null, image)),
  );
  return containerItem(dicomCode('111028', 'Image Library'), [group]);
}

function administration(verification: CycleVerification): NaturalDataset {
  const { administered, administrationStart, administrationEnd, radiopharmaceutical } = verification;
  return containerItem(dicomCode('113502', 'Radiopharmaceutical Administration'), [
    textItem(snomed('349358000', 'Radiopharmaceutical agent'), radiopharmaceutical),
    dateTimeItem(dicomCode('123003', 'Radiopharmaceutical Start DateTime'), dicomDateTime(administrationStart).dateTime),
    ...(administrationEnd
      ? [dateTimeItem(dicomCode('123004', 'Radiopharmaceutical Stop DateTime'), dicomDateTime(administrationEnd).dateTime)]
      : []),
    estimateItem(dicomCode('113507', 'Administered activity'), administered, ucum('MBq', 'megabecquerel'), 1e6),
  ]);
}

function recordObjects({ dose, segmentation, registration }: VerificationObjects): NaturalDataset {
  return containerItem(GRAYWISE_CODES.objects, [
    compositeItem(dicomCode('RTDOSE', 'RT Dose'), dose),
    imageItem(dicomCode('SEG', 'Segmentation'), segmentation),
    compositeItem(dicomCode('REG', 'Registration'), registration),
  ]);
}
