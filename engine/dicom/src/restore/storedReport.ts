import type { ObjectReference } from '@graywise/physics';
import type { Dataset } from '../part10/Dataset.js';
import type { ParsedObject } from '../part10/parsePart10.js';
import { referenceOf } from '../read/identity.js';
import { PRODUCER } from '../write/objects/objectFrame.js';
import { GRAYWISE_CODES, GRAYWISE_SCHEME } from '../write/report/graywiseCodes.js';
import { VERIFICATION_TITLE } from '../write/report/verificationReport.js';

/** A report that Graywise wrote, before its record is read. */
export interface StoredReport {
  readonly name: string;
  readonly kind: 'verification' | 'plan' | 'facts';
  readonly cycle: number | null;
  /** When it was signed, seconds since 1970-01-01T00:00:00Z. */
  readonly signedEpochSeconds: number;
  readonly reference: ObjectReference;
  readonly objects: readonly ObjectReference[];
  /** The record as JSON; empty when the report has none. */
  readonly record: string;
}

const KIND_OF_TITLE: Readonly<Record<string, StoredReport['kind']>> = {
  [VERIFICATION_TITLE.value]: 'verification',
  [GRAYWISE_CODES.plan.value]: 'plan',
  [GRAYWISE_CODES.facts.value]: 'facts',
};

/** The report in an object, or null when Graywise did not write it or it is something else. */
export function storedReport(object: ParsedObject): StoredReport | null {
  const { dataset, file } = object;
  if (dataset.text('Modality') !== 'SR' || dataset.text('Manufacturer') !== PRODUCER) return null;
  const kind = KIND_OF_TITLE[dataset.item('ConceptNameCodeSequence')?.text('CodeValue') ?? ''];
  const items = dataset.items('ContentSequence');
  const record = items.find(item => isNamed(item, GRAYWISE_CODES.record.value));
  if (!kind || !record) return null;
  return {
    name: file.name,
    kind,
    cycle:
      items
        .find(item => isNamed(item, GRAYWISE_CODES.cycle.value))
        ?.item('MeasuredValueSequence')
        ?.number('NumericValue') ?? null,
    signedEpochSeconds: epochSeconds(dataset.text('ObservationDateTime') ?? ''),
    reference: referenceOf(object),
    objects: objectsOf(items, dataset),
    record: record.freeText('TextValue') ?? '',
  };
}

function isNamed(item: Dataset, codeValue: string): boolean {
  const name = item.item('ConceptNameCodeSequence');
  return name?.text('CodeValue') === codeValue && name.text('CodingSchemeDesignator') === GRAYWISE_SCHEME;
}

/** The objects named in the tree, with the series and study that the evidence lists for them. */
function objectsOf(items: readonly Dataset[], dataset: Dataset): ObjectReference[] {
  const evidence = dataset.items('CurrentRequestedProcedureEvidenceSequence').flatMap(study =>
    study.items('ReferencedSeriesSequence').flatMap(series =>
      series.items('ReferencedSOPSequence').map(instance => ({
        sopClassUid: instance.text('ReferencedSOPClassUID') ?? '',
        sopInstanceUid: instance.text('ReferencedSOPInstanceUID') ?? '',
        seriesInstanceUid: series.text('SeriesInstanceUID') ?? '',
        studyInstanceUid: study.text('StudyInstanceUID') ?? '',
      })),
    ),
  );
  const container = items.find(item => isNamed(item, GRAYWISE_CODES.objects.value));
  const named = (container?.items('ContentSequence') ?? []).map(item =>
    item.item('ReferencedSOPSequence')?.text('ReferencedSOPInstanceUID'),
  );
  return evidence.filter(({ sopInstanceUid }) => named.includes(sopInstanceUid));
}

/** A DICOM date and time with its zone, which our reports always state, such as 20260309163000+0100. */
function epochSeconds(dateTime: string): number {
  const [, year, month, day, hour, minute, second, zone] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([-+]\d{4})$/.exec(dateTime) ?? [];
  const moment = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone?.slice(0, 3)}:${zone?.slice(3)}`);
  return Number.isNaN(moment) ? -Infinity : moment / 1000;
}
