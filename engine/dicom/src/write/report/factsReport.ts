import type { AdministrationFacts, Facts, Instant } from '@graywise/physics';
import { dicomCode, snomed, ucum } from '../../model/code.js';
import type { StudyContext } from '../../model/studyContext.js';
import type { NaturalDataset } from '../naturalDataset.js';
import { dicomDateTime } from '../objects/dicomDateTime.js';
import { PRODUCER, type ObjectFrame } from '../objects/objectFrame.js';
import { containerItem, dateTimeItem, numberItem, NO_UNIT, textItem } from './contentItem.js';
import { GRAYWISE_CODES } from './graywiseCodes.js';
import { reportObject } from './reportObject.js';

/** How facts stand in a report: the schema names the form, so that a later version can tell what it reads. */
export interface FactsRecord {
  readonly schema: 'graywise/facts/1';
  readonly facts: Facts;
}

const MEGABECQUEREL = ucum('MBq', 'megabecquerel');

/** The stated facts of a course as a structured report: the administrations to read, everything to restore. */
export function factsReport(facts: Facts, study: StudyContext, at: Instant): ObjectFrame {
  const record: FactsRecord = { schema: 'graywise/facts/1', facts };
  return reportObject(
    {
      title: GRAYWISE_CODES.facts,
      template: null,
      seriesNumber: 9006,
      description: 'Facts of the treatment',
      software: PRODUCER,
      cycle: null,
      references: [],
      record,
      signOff: null,
      items: facts.administrations.map(administrationItem),
    },
    study,
    at,
  );
}

function administrationItem({ cycle, radiopharmaceutical, preAssay, residual, start, end }: AdministrationFacts): NaturalDataset {
  return containerItem(dicomCode('113502', 'Radiopharmaceutical Administration'), [
    numberItem(GRAYWISE_CODES.cycle, cycle, NO_UNIT),
    textItem(snomed('349358000', 'Radiopharmaceutical agent'), radiopharmaceutical),
    dateTimeItem(dicomCode('123003', 'Radiopharmaceutical Start DateTime'), dicomDateTime(start).dateTime),
    ...(end ? [dateTimeItem(dicomCode('123004', 'Radiopharmaceutical Stop DateTime'), dicomDateTime(end).dateTime)] : []),
    numberItem(dicomCode('113508', 'Pre-Administration Measured Activity'), preAssay.activity / 1e6, MEGABECQUEREL),
    ...(residual ? [numberItem(dicomCode('113509', 'Post-Administration Measured Activity'), residual.activity / 1e6, MEGABECQUEREL)] : []),
  ]);
}
