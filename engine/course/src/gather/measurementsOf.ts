import type { MeasurementRow } from '@graywise/physics';
import type { CycleSources } from '../model/cycle.js';

/** The region of whole-body counts, however they were taken. */
export const WHOLE_BODY = 'whole-body';

/** The measurements beside images that belong to a cycle. */
export function measurementsOf({ facts, cycle }: Pick<CycleSources, 'facts' | 'cycle'>): readonly MeasurementRow[] {
  return (facts.measurements ?? []).filter(row => row.cycle === cycle);
}
