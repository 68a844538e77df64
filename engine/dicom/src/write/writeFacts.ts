import type { Facts, Instant } from '@graywise/physics';
import type { StudyContext } from '../model/studyContext.js';
import { encodePart10 } from './encodePart10.js';
import type { Part10 } from './part10.js';
import { factsReport } from './report/factsReport.js';

/** The stated facts of a course as one DICOM structured report from which `restoreRecords` gives them back. Throws GW_DICOM_VALUE, GW_NOT_FINITE. */
export function writeFacts({ facts, study, at }: { readonly facts: Facts; readonly study: StudyContext; readonly at: Instant }): Part10 {
  return encodePart10(factsReport(facts, study, at).dataset, 'graywise-facts.dcm');
}
