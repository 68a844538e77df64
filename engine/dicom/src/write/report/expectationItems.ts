import type { CycleVerification, Finding, WorksheetRow } from '@graywise/physics';
import { dicomCode } from '../../model/code.js';
import type { NaturalDataset } from '../naturalDataset.js';
import { containerItem, textItem } from './contentItem.js';
import { GRAYWISE_CODES } from './graywiseCodes.js';

const CONTEXT = { relationship: 'HAS OBS CONTEXT' } as const;

/** What was expected of each dose in words, what a person said to it, and what looked abnormal; nothing for records without. */
export function expectationItems({ comparisons, comments = [], findings = [] }: CycleVerification): NaturalDataset[] {
  const compared = comparisons.filter(({ sentence }) => sentence !== undefined);
  return [
    ...(compared.length === 0
      ? []
      : [
          containerItem(
            GRAYWISE_CODES.expected,
            compared.map(({ region, sentence = '', basis, prior }) =>
              containerItem(GRAYWISE_CODES.comparison, [
                textItem(dicomCode('112039', 'Tracking Identifier'), region, CONTEXT),
                textItem(GRAYWISE_CODES.statement, sentence),
                textItem(GRAYWISE_CODES.basis, prior ? `${basis}: ${prior.id}, version ${prior.version}` : basis),
                ...comments.filter(comment => comment.region === region).map(({ text }) => textItem(dicomCode('121106', 'Comment'), text)),
              ]),
            ),
          ),
        ]),
    ...findings.map(findingItem),
  ];
}

function findingItem({ kind, region, message, worksheet, advice }: Finding): NaturalDataset {
  return containerItem(GRAYWISE_CODES.finding, [
    ...(region === null ? [] : [textItem(dicomCode('112039', 'Tracking Identifier'), region, CONTEXT)]),
    textItem(GRAYWISE_CODES.statement, `${kind}: ${message}`),
    ...worksheet.map(row => textItem(GRAYWISE_CODES.worksheet, rowText(row))),
    ...advice.map(text => textItem(GRAYWISE_CODES.advice, text)),
  ]);
}

function rowText({ name, value, standardUncertainty, unit }: WorksheetRow): string {
  const number =
    standardUncertainty === null
      ? String(Number(value.toPrecision(3)))
      : `${String(Number(value.toPrecision(3)))} ± ${String(Number(standardUncertainty.toPrecision(2)))}`;
  return `${name}: ${number}${unit === '1' ? '' : ` ${unit}`}`;
}
