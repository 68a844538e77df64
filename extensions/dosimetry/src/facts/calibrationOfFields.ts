import { instantOfField } from '@graywise/extension-core';
import { GraywiseError, megabecquerel, millilitre, type CalibrationFacts } from '@graywise/physics';
import { positiveOfField } from './positiveOfField.js';
import { spheresOfLines } from './spheresOfLines.js';

/** The texts of the form, as typed. */
export interface CalibrationFields {
  readonly kind: CalibrationFacts['kind'];
  readonly series: string;
  readonly activity: string;
  readonly at: string;
  /** Of a cylinder; of other sources it is not asked. */
  readonly volume: string;
  /** A line for each sphere of the kind 'spheres'. */
  readonly spheres: string;
  readonly percentUncertainty: string;
  readonly offsetMinutes: number;
}

/** The facts that a form states. Throws GW_FACTS_INVALID or GW_DATE_TIME for what is missing or wrong. */
export function calibrationOfFields(fields: CalibrationFields): CalibrationFacts {
  const { kind } = fields;
  if (fields.series === '')
    throw new GraywiseError('GW_FACTS_INVALID', { expected: 'the calibration acquisition', where: 'the form', found: 'none chosen' });
  return {
    kind,
    series: fields.series,
    activity: megabecquerel(positiveOfField(fields.activity, 'the activity of the source')),
    at: instantOfField(fields.at, fields.offsetMinutes, 'the measurement of the source'),
    volume: kind === 'cylinder' ? millilitre(positiveOfField(fields.volume, 'the filled volume')) : null,
    ...(kind === 'spheres' ? spheresOfLines(fields.spheres) : { diametersMm: [], centresLpsMm: [] }),
    relativeUncertainty: positiveOfField(fields.percentUncertainty, 'the uncertainty') / 100,
    validDays: null,
  };
}
