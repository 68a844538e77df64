import type { ObjectReference } from '@graywise/physics';
import { ucum, type Code } from '../../model/code.js';
import { codeItem } from '../objects/codeItem.js';
import { plainText } from '../objects/plainText.js';
import { sopReference } from '../objects/sopReference.js';
import type { NaturalDataset } from '../naturalDataset.js';

/** How a content item belongs to the one above it (PS3.3 table C.17.3.2.4-1). */
export type Relationship = 'CONTAINS' | 'HAS CONCEPT MOD' | 'HAS OBS CONTEXT' | 'HAS PROPERTIES';

/** A node of the content tree of a structured report (PS3.3 C.17.3): what it is called, what it holds, and what stands under it. */
interface Node {
  readonly relationship?: Relationship;
  readonly children?: readonly NaturalDataset[];
}

function item(
  valueType: string,
  name: Code | null,
  value: NaturalDataset,
  { relationship = 'CONTAINS', children = [] }: Node,
): NaturalDataset {
  return {
    RelationshipType: relationship,
    ValueType: valueType,
    ConceptNameCodeSequence: name ? [codeItem(name)] : undefined,
    ...value,
    ContentSequence: children.length > 0 ? children : undefined,
  };
}

export function containerItem(name: Code, children: readonly NaturalDataset[]): NaturalDataset {
  return item('CONTAINER', name, { ContinuityOfContent: 'SEPARATE' }, { children });
}

/** Text of any length, line breaks and all. */
export function textItem(name: Code, text: string, node: Node = {}): NaturalDataset {
  return item('TEXT', name, { TextValue: text }, node);
}

export function conceptItem(name: Code, value: Code, node: Node = {}): NaturalDataset {
  return item('CODE', name, { ConceptCodeSequence: [codeItem({ ...value, meaning: plainText(value.meaning) })] }, node);
}

export function uidItem(name: Code, uid: string, node: Node = {}): NaturalDataset {
  return item('UIDREF', name, { UID: uid }, node);
}

export function dateTimeItem(name: Code, dateTime: string, node: Node = {}): NaturalDataset {
  return item('DATETIME', name, { DateTime: dateTime }, node);
}

export function personNameItem(name: Code, person: string, node: Node = {}): NaturalDataset {
  return item('PNAME', name, { PersonName: plainText(person) }, node);
}

/** A number with its unit; FloatingPointValue keeps the bits that a Decimal String cannot. */
export function numberItem(name: Code, value: number, unit: Code, node: Node = {}): NaturalDataset {
  const measured = { NumericValue: value, FloatingPointValue: value, MeasurementUnitsCodeSequence: [codeItem(unit)] };
  return item('NUM', name, { MeasuredValueSequence: [measured] }, node);
}

/** A reference to an image object, to one segment of a segmentation when `segment` is given. */
export function imageItem(name: Code | null, reference: ObjectReference, segment?: number): NaturalDataset {
  return item('IMAGE', name, { ReferencedSOPSequence: [{ ...sopReference(reference), ReferencedSegmentNumber: segment }] }, {});
}

/** A reference to an object that is no image. */
export function compositeItem(name: Code, reference: ObjectReference): NaturalDataset {
  return item('COMPOSITE', name, { ReferencedSOPSequence: [sopReference(reference)] }, {});
}

export const NO_UNIT = ucum('1', 'no units');
