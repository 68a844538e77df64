import type { ImportedStudy } from '@graywise/dicom';
import { GraywiseError, type Facts } from '@graywise/physics';
import { administrationsOf } from './administrationsOf.js';
import { separateSeries } from './separateSeries.js';

/** The numbers of the cycles that the images, the facts and the records know of, ascending. */
export function cyclesOf(study: ImportedStudy, facts: Facts): number[] {
  const recorded = [
    ...study.records.verifications.map(({ verification }) => verification.cycle),
    ...study.records.plans.map(({ plan }) => plan.request.cycle),
  ];
  const stated = facts.administrations.map(({ cycle }) => cycle);
  return [...new Set([...recorded, ...stated, ...imagedCycles(study, facts)])].sort((a, b) => a - b);
}

/** Series that contradict each other are named by the first step of the cycle; the list of cycles is then what the facts and records say. */
function imagedCycles(study: ImportedStudy, facts: Facts): number[] {
  try {
    const { scans } = separateSeries(study, facts);
    const { administrations } = administrationsOf(scans, facts);
    return administrations.length > 0 ? administrations.map(({ cycle }) => cycle) : [1];
  } catch (fault) {
    if (fault instanceof GraywiseError) return [1];
    throw fault;
  }
}
