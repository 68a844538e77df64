import type { RegionMask } from '@graywise/physics';
import { LATERALITY_CODES, regionCode } from '../../model/regionCode.js';
import type { StudyContext } from '../../model/studyContext.js';
import type { NaturalDataset } from '../naturalDataset.js';
import { cieLab } from './cieLab.js';
import { codeItem } from './codeItem.js';
import { plainText } from './plainText.js';
import { trackingUid } from './trackingUid.js';

/** A region as a segment: what it is in SNOMED CT, what people call it, and the identifier that follows it through the cycles. */
export function segmentItem({ name, label, color }: RegionMask, number: number, study: StudyContext): NaturalDataset {
  const { category, type, laterality } = regionCode(name);
  return {
    SegmentNumber: number,
    SegmentLabel: plainText(label === '' ? name : label),
    SegmentDescription: plainText(name),
    SegmentAlgorithmType: 'SEMIAUTOMATIC',
    SegmentAlgorithmName: 'Carried to the dose grid by Graywise',
    SegmentedPropertyCategoryCodeSequence: [codeItem(category)],
    SegmentedPropertyTypeCodeSequence: [
      {
        ...codeItem(type),
        SegmentedPropertyTypeModifierCodeSequence: laterality ? [codeItem(LATERALITY_CODES[laterality])] : undefined,
      },
    ],
    RecommendedDisplayCIELabValue: cieLab(color),
    TrackingID: name,
    TrackingUID: trackingUid(study, name),
  };
}
