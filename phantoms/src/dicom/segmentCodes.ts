import type { NaturalDataset } from '@graywise/dicom';
import type { SourceRegion } from '../anatomy/anatomyPart.js';
import { codeItem } from './codeItem.js';

interface RegionCode {
  readonly value: string;
  readonly meaning: string;
  readonly side: 'left' | 'right' | null;
  readonly cieLab: readonly [number, number, number];
}

const LESION_LAB: readonly [number, number, number] = [44000, 41000, 30000];
const REGION_CODES: Readonly<Partial<Record<SourceRegion, RegionCode>>> = {
  'kidney-left': { value: '64033007', meaning: 'Kidney', side: 'left', cieLab: [42000, 30000, 48000] },
  'kidney-right': { value: '64033007', meaning: 'Kidney', side: 'right', cieLab: [50000, 31000, 50000] },
  liver: { value: '10200004', meaning: 'Liver', side: null, cieLab: [33000, 41000, 42000] },
  spleen: { value: '78961009', meaning: 'Spleen', side: null, cieLab: [36000, 42000, 24000] },
  'red-marrow': { value: '14016003', meaning: 'Bone marrow', side: null, cieLab: [52000, 33000, 40000] },
};

/** Category, type, side and colour of the segment of a region. A region without an organ's code is a neoplasm. */
export function segmentCodes(region: SourceRegion): NaturalDataset {
  const code = REGION_CODES[region];
  if (!code) {
    return {
      SegmentedPropertyCategoryCodeSequence: [codeItem('49755003', 'SCT', 'Morphologically Abnormal Structure')],
      SegmentedPropertyTypeCodeSequence: [codeItem('108369006', 'SCT', 'Neoplasm')],
      RecommendedDisplayCIELabValue: LESION_LAB,
    };
  }
  const side = { left: codeItem('7771000', 'SCT', 'Left'), right: codeItem('24028007', 'SCT', 'Right') };
  const type = codeItem(code.value, 'SCT', code.meaning);
  return {
    SegmentedPropertyCategoryCodeSequence: [codeItem('123037004', 'SCT', 'Anatomical Structure')],
    SegmentedPropertyTypeCodeSequence: [code.side ? { ...type, SegmentedPropertyTypeModifierCodeSequence: [side[code.side]] } : type],
    RecommendedDisplayCIELabValue: code.cieLab,
  };
}
