import { instantOfField } from '@graywise/extension-core';
import { GraywiseError, megabecquerel, millilitre, type CalibrationFacts } from '@graywise/physics';

/** The texts of the form, as typed. */
export interface CalibrationFields {
  readonly kind: 'cylinder';
  readonly series: string;
  readonly activity: string;
  readonly at: string;
  readonly volume: string;
  readonly percentUncertainty: string;
  readonly offsetMinutes: number;
}

/** The facts that a form states. Throws GW_FACTS_INVALID or GW_DATE_TIME for what is missing or wrong. */
export function calibrationOfFields(fields: CalibrationFields): CalibrationFacts {
  if (fields.series === '')
    throw new GraywiseError('GW_FACTS_INVALID', { expected: 'the calibration acquisition', where: 'the form', found: 'none chosen' });
  return {
    kind: fields.kind,
    series: fields.series,
    activity: megabecquerel(positive(fields.activity, 'the activity of the source')),
    at: instantOfField(fields.at, fields.offsetMinutes, 'the measurement of the source'),
    volume: millilitre(positive(fields.volume, 'the filled volume')),
    diametersMm: [],
    centresLpsMm: [],
    relativeUncertainty: positive(fields.percentUncertainty, 'the uncertainty') / 100,
    validDays: null,
  };
}

function positive(text: string, expected: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new GraywiseError('GW_FACTS_INVALID', { expected, where: 'the form', found: text === '' ? 'nothing' : text });
  return value;
}
