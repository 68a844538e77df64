import { exp } from '../numerics/exp.js';
import { becquerelSecond, type BecquerelSecond } from '../quantities/quantity.js';
import { activityAt } from './activityAt.js';
import { integrateCurve } from './integrateCurve.js';
import type { CurveQuantity } from './modelEstimate.js';

/**
 * The integral of a curve to `lastScan` (s) and from there on with the rate `tailRate` (1/s) from the activity that the curve has then (rule T14).
 */
export function tailedIntegral(lastScan: number, tailRate: number): CurveQuantity<BecquerelSecond> {
  return {
    of: terms =>
      becquerelSecond(integrateCurve({ terms }) - integrateCurve({ terms }, lastScan) + activityAt({ terms }, lastScan) / tailRate),
    derivatives: ({ amplitude, rate }) => {
      const left = exp(-rate * lastScan);
      const head = (1 - left) / rate;
      return {
        amplitude: head + left / tailRate,
        rate: amplitude * ((lastScan * left - head) / rate - (lastScan * left) / tailRate),
      };
    },
  };
}
