import { divideEstimates, grayPerBecquerel, type MeasuredDose, type MeasuredRegionResult } from '@graywise/physics';
import type { MeasuredContext } from './measuredContext.js';

type DoseFields = Pick<
  MeasuredRegionResult,
  'absorbedDose' | 'alphaDose' | 'absorbedDosePerActivity' | 'method' | 'confirmed' | 'assumptions'
>;

/** The fields of a measured region that its dose fills; without a dose, `method` says why. */
export function doseFields({ cycle }: MeasuredContext, dose: MeasuredDose | null, method: string): DoseFields {
  if (!dose) return { absorbedDose: null, alphaDose: null, absorbedDosePerActivity: null, method, confirmed: true, assumptions: [] };
  return { ...dose, absorbedDosePerActivity: divideEstimates(dose.absorbedDose, cycle.administered, grayPerBecquerel) };
}
