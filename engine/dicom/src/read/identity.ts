import type { ObjectReference } from '@graywise/physics';
import type { PatientIdentity } from '../model/patientIdentity.js';
import type { StudyContext } from '../model/studyContext.js';
import type { ParsedObject } from '../part10/parsePart10.js';

/** Who the patient of an object is, as it says. */
export function patientOf({ dataset }: ParsedObject): PatientIdentity {
  return {
    id: dataset.text('PatientID') ?? '',
    name: dataset.text('PatientName') ?? '',
    birthDate: dataset.text('PatientBirthDate') ?? '',
    sex: dataset.text('PatientSex') ?? '',
    weightKg: dataset.number('PatientWeight'),
    issuer: dataset.text('IssuerOfPatientID') ?? '',
  };
}

/** The study of an object, as it says. */
export function studyOf(object: ParsedObject): StudyContext {
  const text = (keyword: string): string => object.dataset.text(keyword) ?? '';
  return {
    patient: patientOf(object),
    studyInstanceUid: text('StudyInstanceUID'),
    studyDate: text('StudyDate'),
    studyTime: text('StudyTime'),
    studyId: text('StudyID'),
    accessionNumber: text('AccessionNumber'),
    studyDescription: text('StudyDescription'),
    referringPhysician: text('ReferringPhysicianName'),
  };
}

/** The identifiers of an object. */
export function referenceOf({ dataset }: ParsedObject): ObjectReference {
  return {
    sopClassUid: dataset.text('SOPClassUID') ?? '',
    sopInstanceUid: dataset.text('SOPInstanceUID') ?? '',
    seriesInstanceUid: dataset.text('SeriesInstanceUID') ?? '',
    studyInstanceUid: dataset.text('StudyInstanceUID') ?? '',
  };
}

/** The folder of a file, relative to what was imported; empty for a file at the top. */
export function folderOf({ file }: ParsedObject): string {
  const cut = file.name.replaceAll('\\', '/').lastIndexOf('/');
  return cut < 0 ? '' : file.name.slice(0, cut).replaceAll('\\', '/');
}
