import { instantOfField } from '@graywise/extension-core';
import { GraywiseError, megabecquerel, type AdministrationFacts } from '@graywise/physics';

/** The texts of the form, as typed. Activities in MBq, times of day with date in the zone of `offsetMinutes`. */
export interface AdministrationFields {
  readonly radiopharmaceutical: string;
  readonly preActivity: string;
  readonly preAt: string;
  readonly residualActivity: string;
  readonly residualAt: string;
  readonly start: string;
  readonly end: string;
  readonly offsetMinutes: number;
}

/** The facts that a form states. Throws GW_FACTS_INVALID, GW_DATE_TIME or GW_NEGATIVE for what is missing or wrong. */
export function administrationOfFields(cycle: number, fields: AdministrationFields): AdministrationFacts {
  const at = (text: string, where: string) => instantOfField(text, fields.offsetMinutes, where);
  if (fields.radiopharmaceutical.trim() === '')
    throw new GraywiseError('GW_FACTS_INVALID', { expected: 'a radiopharmaceutical', where: 'the form', found: 'nothing' });
  const activity = Number(fields.preActivity);
  if (!(activity > 0))
    throw new GraywiseError('GW_FACTS_INVALID', {
      expected: 'an activity before the administration',
      where: 'the form',
      found: fields.preActivity || 'nothing',
    });
  return {
    cycle,
    radiopharmaceutical: fields.radiopharmaceutical.trim(),
    preAssay: { activity: megabecquerel(activity), at: at(fields.preAt, 'the measurement before the administration') },
    residual:
      fields.residualActivity === ''
        ? null
        : { activity: megabecquerel(Number(fields.residualActivity)), at: at(fields.residualAt, 'the measurement of the residual') },
    start: at(fields.start, 'the start of the administration'),
    end: fields.end === '' ? null : at(fields.end, 'the end of the administration'),
  };
}
