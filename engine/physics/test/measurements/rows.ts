import { instantAfter, parseInstant, type MeasurementRow } from '../../src/index.js';

export const START = parseInstant('2026-03-02T10:00:00+00:00');

/** A row `hours` after the administration. */
export function row(
  kind: MeasurementRow['kind'],
  hours: number,
  values: Record<string, number>,
  changes: Partial<MeasurementRow> = {},
): MeasurementRow {
  const region = kind === 'blood' ? 'blood' : kind === 'whole body' ? 'whole-body' : 'kidneys';
  return {
    cycle: 1,
    kind,
    region,
    at: instantAfter(START, hours * 3600),
    referenceAt: null,
    backgroundCorrection: null,
    comment: null,
    values,
    ...changes,
  };
}
