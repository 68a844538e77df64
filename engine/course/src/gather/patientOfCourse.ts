import type { ImportedStudy, PatientIdentity } from '@graywise/dicom';
import { GraywiseError, type Facts } from '@graywise/physics';
import { separateSeries } from './separateSeries.js';

/** Whose course it is. Where several patients are mixed up it is the first one found: the first step then refuses the mix-up. */
export function patientOfCourse(study: ImportedStudy, facts: Facts): PatientIdentity {
  try {
    return separateSeries(study, facts).patient;
  } catch (fault) {
    const [first] = study.patients;
    if (fault instanceof GraywiseError && first) return first;
    throw fault;
  }
}
