import { planNextActivity, type CyclePlan, type PlanRequest } from '@graywise/physics';
import { request } from './requests.js';
import { verifiedCycle } from './verifiedCycle.js';

/** One cycle of 7.4 GBq: kidneys, red marrow and two lesions. */
export const patient = [
  verifiedCycle(1, 7.4, {
    kidneys: { doseGy: 5.2 },
    'red-marrow': { doseGy: 0.3, radiobiology: false },
    'lesion-1': { doseGy: 30, radiobiology: false },
    'lesion-2': { doseGy: 12, radiobiology: false },
  }),
];

/** A plan of the next three cycles of that patient. */
export const plan = (parts: Partial<PlanRequest>, more: { plans?: CyclePlan[] } = {}) =>
  planNextActivity({ request: request({ cyclesLeft: 3, ...parts }), history: patient, ...more });
