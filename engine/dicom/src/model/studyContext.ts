import type { PatientIdentity } from './patientIdentity.js';

/** The study that written objects join, exactly as its images say; empty text where they say nothing. Date and time as DICOM has them: YYYYMMDD, HHMMSS. */
export interface StudyContext {
  readonly patient: PatientIdentity;
  readonly studyInstanceUid: string;
  readonly studyDate: string;
  readonly studyTime: string;
  readonly studyId: string;
  readonly accessionNumber: string;
  /** Archives take it from the first object of a study, so every object states it. */
  readonly studyDescription: string;
  readonly referringPhysician: string;
}
