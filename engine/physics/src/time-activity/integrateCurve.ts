import { exp } from '../numerics/exp.js';
import { becquerelSecond, type BecquerelSecond } from '../quantities/quantity.js';
import type { TimeActivityFit } from '../record/cycleVerification.js';

/** The time-integrated activity of a fitted curve, Bq s, from `from` seconds after the administration (default 0) to infinity: sum of a / r exp(-r from). */
export function integrateCurve(fit: Pick<TimeActivityFit, 'terms'>, from = 0): BecquerelSecond {
  return becquerelSecond(fit.terms.reduce((sum, { amplitude, rate }) => sum + (amplitude / rate) * exp(-rate * from), 0));
}
