import type { CurvedCycle } from '../model/cycle.js';

/** Of what there is one for every scan, those of the scans that the curves are made of. */
export function ofScansInUse<T>({ scansInUse }: Pick<CurvedCycle, 'scansInUse'>, everyScan: readonly T[]): T[] {
  return everyScan.filter((_, index) => scansInUse.includes(index));
}
