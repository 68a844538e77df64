import type { Instant, ObjectReference } from '@graywise/physics';
import type { StudyContext } from '../../model/studyContext.js';
import { deterministicUid } from '../deterministicUid.js';
import type { NaturalDataset } from '../naturalDataset.js';
import { canonicalJson } from './canonicalJson.js';
import { dicomDateTime } from './dicomDateTime.js';
import { personName, plainText } from './plainText.js';

/** Who writes: the producer by which Graywise recognises its own objects. */
export const PRODUCER = 'Graywise';

/** What one object is: the parts that differ between the kinds of objects, and the content its identifiers grow from. */
export interface ObjectKind {
  readonly sopClassUid: string;
  readonly modality: 'RTDOSE' | 'SEG' | 'REG' | 'SR';
  readonly seriesNumber: number;
  readonly description: string;
  readonly software: string;
  readonly content: readonly string[];
}

/** The attributes that every written object has (patient, study, series, equipment, identity), and how others refer to it. */
export interface ObjectFrame {
  readonly dataset: NaturalDataset;
  readonly reference: ObjectReference;
}

/**
 * Begins an object of a study. Every object stands in a series of its own.
 *
 * Identifiers depend on the study, the content and the moment `at` (to the second): writing the same again gives the same object, so that storing may
 * be repeated; signing at another moment gives another object, because a SOP Instance UID never names two contents.
 */
export function objectFrame(kind: ObjectKind, study: StudyContext, at: Instant): ObjectFrame {
  const { date, time, dateTime } = dicomDateTime(at);
  const identity = [canonicalJson(study), dateTime, kind.sopClassUid, kind.software, ...kind.content];
  const reference: ObjectReference = {
    sopClassUid: kind.sopClassUid,
    sopInstanceUid: deterministicUid('instance', ...identity),
    seriesInstanceUid: deterministicUid('series', ...identity),
    studyInstanceUid: study.studyInstanceUid,
  };
  const dataset: NaturalDataset = {
    ...patientAndStudy(study),
    SOPClassUID: reference.sopClassUid,
    SOPInstanceUID: reference.sopInstanceUid,
    SeriesInstanceUID: reference.seriesInstanceUid,
    Modality: kind.modality,
    SeriesNumber: kind.seriesNumber,
    SeriesDate: date,
    SeriesTime: time,
    SeriesDescription: plainText(kind.description),
    InstanceNumber: 1,
    ContentDate: date,
    ContentTime: time,
    Manufacturer: PRODUCER,
    ManufacturerModelName: PRODUCER,
    DeviceSerialNumber: 'none',
    SoftwareVersions: plainText(kind.software),
  };
  return { dataset, reference };
}

function patientAndStudy({ patient, ...study }: StudyContext): NaturalDataset {
  return {
    PatientName: personName(patient.name),
    PatientID: patient.id,
    IssuerOfPatientID: patient.issuer === '' ? undefined : patient.issuer,
    PatientBirthDate: patient.birthDate,
    PatientSex: patient.sex,
    PatientWeight: patient.weightKg ?? undefined,
    StudyInstanceUID: study.studyInstanceUid,
    StudyDate: study.studyDate,
    StudyTime: study.studyTime,
    StudyID: study.studyId,
    AccessionNumber: study.accessionNumber,
    StudyDescription: study.studyDescription === '' ? undefined : study.studyDescription,
    ReferringPhysicianName: personName(study.referringPhysician),
  };
}
