import { exp } from '../numerics/exp.js';
import type { TimeActivityFit } from '../record/cycleVerification.js';

/** The fitted activity, Bq, `seconds` after the administration: the sum of amplitude * exp(-rate * t). */
export function activityAt(fit: Pick<TimeActivityFit, 'terms'>, seconds: number): number {
  return fit.terms.reduce((sum, { amplitude, rate }) => sum + amplitude * exp(-rate * seconds), 0);
}
