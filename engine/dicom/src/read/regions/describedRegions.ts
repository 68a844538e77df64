import { GraywiseError } from '@graywise/physics';
import type { RegionSet } from '../../model/importedStudy.js';
import type { Dataset } from '../../part10/Dataset.js';
import type { ParsedObject } from '../../part10/parsePart10.js';
import { defaultColor, rgbFromDicomLab } from './colors.js';
import { enclosesAnything } from './contours.js';
import { regionLabel } from './regionLabel.js';
import { regionNames, type CodedConcept, type RegionDescription } from './regionNames.js';

/** A region of an object with the number by which the object counts it. */
export interface DescribedRegion {
  readonly number: number;
  readonly name: string;
  readonly label: string;
  readonly color: RegionSet['regions'][number]['color'];
}

/** The segments of a SEG object, in the order of the object. */
export function segments({ dataset }: ParsedObject): DescribedRegion[] {
  const items = dataset.items('SegmentSequence');
  const numbers = items.map((item, index) => item.number('SegmentNumber') ?? index + 1);
  // A label map may describe its background as segment 0.
  return named(
    items.filter((_, index) => numbers[index] !== 0),
    numbers.filter(number => number !== 0),
    item => ({
      label: item.text('SegmentLabel') ?? item.text('SegmentDescription') ?? '',
      codes: [
        ...codesOf(item, 'SegmentedPropertyCategoryCodeSequence'),
        ...codesOf(item, 'SegmentedPropertyTypeCodeSequence'),
        ...codesOf(item, 'AnatomicRegionSequence'),
      ],
      modifiers: ['SegmentedPropertyTypeCodeSequence', 'AnatomicRegionSequence']
        .flatMap(keyword =>
          item
            .items(keyword)
            .flatMap(code => [
              ...codesOf(code, 'SegmentedPropertyTypeModifierCodeSequence'),
              ...codesOf(code, 'AnatomicRegionModifierSequence'),
            ]),
        )
        .concat(codesOf(item, 'SegmentedPropertyTypeModifierCodeSequence')),
    }),
    item => {
      const lab = item.numbers('RecommendedDisplayCIELabValue');
      return lab.length === 3 ? rgbFromDicomLab(lab) : null;
    },
  );
}

/** The regions of interest of an RT Structure Set that enclose anything, in the order of the object. Throws GW_MISSING_TAG. */
export function structures({ dataset, file }: ParsedObject): DescribedRegion[] {
  const contours = new Map(dataset.items('ROIContourSequence').map(item => [item.number('ReferencedROINumber'), item]));
  const items = dataset.items('StructureSetROISequence').filter(item => enclosesAnything(contours.get(item.number('ROINumber'))));
  const numbers = items.map(item => item.number('ROINumber'));
  if (numbers.some(number => number === null)) throw new GraywiseError('GW_MISSING_TAG', { tag: 'ROINumber', where: file.name });
  const byNumber = (sequence: string, item: Dataset): Dataset | undefined =>
    dataset.items(sequence).find(other => other.number('ReferencedROINumber') === item.number('ROINumber'));
  return named(
    items,
    numbers.map(Number),
    item => {
      const observation = byNumber('RTROIObservationsSequence', item);
      const type = observation?.text('RTROIInterpretedType')?.toUpperCase();
      const label = item.text('ROIName') ?? observation?.text('ROIObservationLabel') ?? '';
      const codes = observation ? codesOf(observation, 'RTROIIdentificationCodeSequence') : [];
      const byType = type === 'EXTERNAL' ? [{ scheme: 'SCT', value: '38266002' }] : [];
      const modifiers =
        observation
          ?.items('RTROIIdentificationCodeSequence')
          .flatMap(code => [
            ...codesOf(code, 'SegmentedPropertyTypeModifierCodeSequence'),
            ...codesOf(code, 'AnatomicRegionModifierSequence'),
          ]) ?? [];
      return { label, codes: [...codes, ...byType], modifiers };
    },
    item => {
      const [red, green, blue] = byNumber('ROIContourSequence', item)?.numbers('ROIDisplayColor') ?? [];
      return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue];
    },
  );
}

function named(
  items: readonly Dataset[],
  numbers: readonly number[],
  describe: (item: Dataset) => RegionDescription,
  colorOf: (item: Dataset) => readonly [number, number, number] | null,
): DescribedRegion[] {
  const descriptions = items.map(describe);
  const names = regionNames(descriptions);
  return items.map((item, index) => ({
    number: numbers[index] ?? index + 1,
    name: names[index] ?? 'region',
    label: regionLabel(names[index] ?? 'region', descriptions[index]?.label ?? ''),
    color: colorOf(item) ?? defaultColor(index),
  }));
}

function codesOf(item: Dataset, keyword: string): CodedConcept[] {
  return item.items(keyword).map(code => ({ scheme: code.text('CodingSchemeDesignator') ?? '', value: code.text('CodeValue') ?? '' }));
}
