import type { Instant, ObjectReference, SignOff } from '@graywise/physics';
import { dicomCode, type Code } from '../../model/code.js';
import type { StudyContext } from '../../model/studyContext.js';
import type { NaturalDataset } from '../naturalDataset.js';
import { canonicalJson } from '../objects/canonicalJson.js';
import { codeItem } from '../objects/codeItem.js';
import { dicomDateTime } from '../objects/dicomDateTime.js';
import { objectFrame, PRODUCER, type ObjectFrame } from '../objects/objectFrame.js';
import { plainText } from '../objects/plainText.js';
import { studyReferences } from '../objects/studyReferences.js';
import { conceptItem, numberItem, NO_UNIT, personNameItem, textItem, uidItem } from './contentItem.js';
import { GRAYWISE_CODES, GRAYWISE_SCHEME } from './graywiseCodes.js';
import { roleCode } from './roleCode.js';

/** Enhanced SR: the simplest class that holds measurement groups, references to segments and to registrations. */
const ENHANCED_SR = '1.2.840.10008.5.1.4.1.1.88.22';

/** The device that observed: the same for every report of Graywise. */
const DEVICE_UID = '2.25.303413279219310186129204830651740207417';

const OBSERVER_TYPE = dicomCode('121005', 'Observer Type');
const CONTEXT = { relationship: 'HAS OBS CONTEXT' } as const;

const STATEMENT = 'For review by a medical physics expert. Uncertainties are standard uncertainties (coverage factor 1).';

/** What a report of Graywise says: its title, its readable part, and the record that it restores. */
export interface ReportContent {
  readonly title: Code;
  /** Identifier of the DCMR template that the tree follows; null: none. */
  readonly template: string | null;
  readonly seriesNumber: number;
  readonly description: string;
  readonly software: string;
  readonly cycle: number | null;
  readonly items: readonly NaturalDataset[];
  readonly references: readonly ObjectReference[];
  readonly record: unknown;
  /** The person who signed; null: nobody did. */
  readonly signOff: SignOff | null;
}

/**
 * A structured report (PS3.3 A.35.2) that people and programs can read and that carries the whole record as JSON in one text item, from which it is
 * restored to the last bit.
 */
export function reportObject(content: ReportContent, study: StudyContext, at: Instant): ObjectFrame {
  const record = canonicalJson(content.record);
  const { dataset, reference } = objectFrame(
    {
      sopClassUid: ENHANCED_SR,
      modality: 'SR',
      seriesNumber: content.seriesNumber,
      description: content.description,
      software: content.software,
      content: [content.title.value, record, canonicalJson(content.references)],
    },
    study,
    at,
  );
  const inStudy = content.references.filter(({ studyInstanceUid }) => studyInstanceUid === study.studyInstanceUid);
  const elsewhere = content.references.filter(({ studyInstanceUid }) => studyInstanceUid !== study.studyInstanceUid);
  return {
    reference,
    dataset: {
      ...dataset,
      ...documentGeneral(inStudy, elsewhere),
      ValueType: 'CONTAINER',
      ConceptNameCodeSequence: [codeItem(content.title)],
      ContinuityOfContent: 'SEPARATE',
      ObservationDateTime: dicomDateTime(at).dateTime,
      ContentTemplateSequence: content.template ? [{ MappingResource: 'DCMR', TemplateIdentifier: content.template }] : undefined,
      ContentSequence: [
        ...observationContext(content.signOff),
        ...content.items,
        ...(content.cycle === null ? [] : [numberItem(GRAYWISE_CODES.cycle, content.cycle, NO_UNIT)]),
        textItem(GRAYWISE_CODES.statement, STATEMENT),
        textItem(GRAYWISE_CODES.record, record),
      ],
    },
  };
}

function documentGeneral(inStudy: readonly ObjectReference[], elsewhere: readonly ObjectReference[]): NaturalDataset {
  return {
    ReferencedPerformedProcedureStepSequence: [],
    PerformedProcedureCodeSequence: [],
    CompletionFlag: 'COMPLETE',
    VerificationFlag: 'UNVERIFIED',
    CurrentRequestedProcedureEvidenceSequence: studyReferences(inStudy, 'ReferencedSOPSequence'),
    PertinentOtherEvidenceSequence: studyReferences(elsewhere, 'ReferencedSOPSequence'),
    CodingSchemeIdentificationSequence: [
      { CodingSchemeDesignator: GRAYWISE_SCHEME, CodingSchemeName: 'Concepts of Graywise', CodingSchemeResponsibleOrganization: PRODUCER },
    ],
  };
}

/** Language and observers: TID 1204 and 1002 of PS3.16, with 1004 for the program and 1003 for the person who signed. */
function observationContext(signOff: SignOff | null): NaturalDataset[] {
  const english: Code = { value: 'en', scheme: 'RFC5646', meaning: 'English' };
  return [
    conceptItem(dicomCode('121049', 'Language of Content Item and Descendants'), english, { relationship: 'HAS CONCEPT MOD' }),
    conceptItem(OBSERVER_TYPE, dicomCode('121007', 'Device'), CONTEXT),
    uidItem(dicomCode('121012', 'Device Observer UID'), DEVICE_UID, CONTEXT),
    textItem(dicomCode('121013', 'Device Observer Name'), plainText(PRODUCER), CONTEXT),
    ...(signOff ? personObserver(signOff) : []),
  ];
}

function personObserver({ name, role }: SignOff): NaturalDataset[] {
  return [
    conceptItem(OBSERVER_TYPE, dicomCode('121006', 'Person'), CONTEXT),
    personNameItem(dicomCode('121008', 'Person Observer Name'), name, CONTEXT),
    conceptItem(dicomCode('121010', "Person Observer's Role in the Organization"), roleCode(role), CONTEXT),
  ];
}
