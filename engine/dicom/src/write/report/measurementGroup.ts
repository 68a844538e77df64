import type { ObjectReference, RegionResult } from '@graywise/physics';
import { dicomCode, snomed, ucum } from '../../model/code.js';
import { LATERALITY_CODES, regionCode } from '../../model/regionCode.js';
import type { StudyContext } from '../../model/studyContext.js';
import type { NaturalDataset } from '../naturalDataset.js';
import { trackingUid } from '../objects/trackingUid.js';
import { conceptItem, containerItem, imageItem, textItem, uidItem } from './contentItem.js';
import { estimateItem } from './estimateItem.js';
import { GRAYWISE_CODES } from './graywiseCodes.js';
import { warningItems } from './warningItems.js';

const GRAY = ucum('Gy');
const CONTEXT = { relationship: 'HAS OBS CONTEXT' } as const;

/** Where in the segmentation a region stands; null when the record has no mask of it. */
export interface SegmentReference {
  readonly segmentation: ObjectReference;
  readonly segment: number;
  /** The series whose images the segment lies on. */
  readonly sourceSeriesUid: string;
}

/** Everything found for one region as a measurement group (TID 1411, Volumetric ROI Measurements and Qualitative Evaluations, PS3.16). */
export function measurementGroup(region: RegionResult, segment: SegmentReference | null, study: StudyContext): NaturalDataset {
  return containerItem(dicomCode('125007', 'Measurement Group'), [
    textItem(dicomCode('112039', 'Tracking Identifier'), region.name, CONTEXT),
    uidItem(dicomCode('112040', 'Tracking Unique Identifier'), trackingUid(study, region.name), CONTEXT),
    ...findingItems(region),
    ...(segment
      ? [
          imageItem(dicomCode('121191', 'Referenced Segment'), segment.segmentation, segment.segment),
          uidItem(dicomCode('121232', 'Source series for segmentation'), segment.sourceSeriesUid),
        ]
      : []),
    estimateItem(snomed('118565006', 'Volume'), region.volume, ucum('cm3', 'cubic centimeter')),
    estimateItem(snomed('118538004', 'Mass'), region.mass, ucum('g', 'gram'), 1e-3),
    estimateItem(GRAYWISE_CODES.timeIntegratedActivity, region.timeIntegratedActivity, ucum('MBq.h', 'megabecquerel hour'), 3.6e9),
    estimateItem(GRAYWISE_CODES.effectiveHalfLife, region.effectiveHalfLife, ucum('h', 'hour'), 3600),
    estimateItem(dicomCode('128533', 'Mean Absorbed Radiation Dose'), region.absorbedDose, GRAY),
    ...(region.bed ? [estimateItem(GRAYWISE_CODES.bed, region.bed, GRAY)] : []),
    ...(region.eqd2 ? [estimateItem(GRAYWISE_CODES.eqd2, region.eqd2, GRAY)] : []),
    ...warningItems([], region.warnings),
  ]);
}

function findingItems(region: RegionResult): NaturalDataset[] {
  const { category, type, laterality } = regionCode(region.name);
  const side = laterality
    ? [conceptItem(snomed('272741003', 'Laterality'), LATERALITY_CODES[laterality], { relationship: 'HAS CONCEPT MOD' })]
    : [];
  return [
    conceptItem(snomed('276214006', 'Finding category'), category),
    conceptItem(dicomCode('121071', 'Finding'), type),
    conceptItem(snomed('363698007', 'Finding Site'), type, { relationship: 'HAS CONCEPT MOD', children: side }),
  ];
}
