import { parseFacts, writeFacts, type Part10 } from '@graywise/dicom';
import { dicomTime } from '../dicom/dicomTime.js';
import { patientStudy } from './patientStudy.js';
import type { PhantomCourse } from './phantomCourse.js';
import type { TreatedCycle } from './treatedCycle.js';

/** The facts as the viewer's forms would have stored them: an archive that holds this file needs no facts file beside it. */
export function factsFile(course: PhantomCourse, firstCycle: TreatedCycle, facts: object): Part10 {
  const { patient, studyInstanceUid, studyId, description, start } = patientStudy(course, firstCycle);
  const { date, time } = dicomTime(start);
  const { id, name, birthDate, sex, weightKg } = patient;
  const study = {
    patient: { id, name, birthDate, sex, weightKg, issuer: '' },
    studyInstanceUid,
    studyDate: date,
    studyTime: time,
    studyId,
    accessionNumber: studyId,
    studyDescription: description,
    referringPhysician: '',
  };
  return { ...writeFacts({ facts: parseFacts(facts), study, at: start }), name: 'facts.dcm' };
}
