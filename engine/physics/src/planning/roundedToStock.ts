import { GraywiseError } from '../errors/GraywiseError.js';
import { becquerel, type Becquerel } from '../quantities/quantity.js';
import { activityWords } from './activityWords.js';

/** The largest whole number of steps that is not above an activity (rule P12). Throws GW_USAGE for a step that is not above 0 or above the activity. */
export function roundedToStock(activity: Becquerel, step: Becquerel): Becquerel {
  if (!(step > 0) || step > activity)
    throw new GraywiseError('GW_USAGE', { expected: `a stock step of at most ${activityWords(activity)}`, found: activityWords(step) });
  // A millionth of a step forgives the last digits of an activity that is a whole number of steps.
  return becquerel(Math.floor(activity / step + 1e-6) * step);
}
