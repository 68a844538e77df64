import type { StudyContext } from '../../model/studyContext.js';
import { deterministicUid } from '../deterministicUid.js';

/** The identifier of a patient's region over all cycles: the same for the same patient and name. */
export function trackingUid({ patient }: StudyContext, regionName: string): string {
  return deterministicUid('tracking', patient.issuer, patient.id, regionName);
}
