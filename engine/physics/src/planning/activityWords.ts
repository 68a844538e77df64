import { inMegabecquerel, type Becquerel } from '../quantities/quantity.js';

/** "7400 MBq". */
export function activityWords(activity: Becquerel): string {
  return `${inMegabecquerel(activity).toFixed(0)} MBq`;
}
