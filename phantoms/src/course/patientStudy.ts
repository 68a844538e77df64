import type { PhantomStudy } from '../dicom/commonModules.js';
import type { PhantomCourse } from './phantomCourse.js';
import type { TreatedCycle } from './treatedCycle.js';

/** The study of a cycle, which holds all of its visits and starts with the first. */
export function patientStudy({ seed, variant, patient, uid }: PhantomCourse, { cycle, visits }: TreatedCycle): PhantomStudy {
  const isNormal = variant === 'normal';
  return {
    patient: {
      id: `GW-${String(seed).padStart(4, '0')}${isNormal ? '' : `-${variant}`}`,
      name: `Demo^Lu-DOTATATE ${seed}${isNormal ? '' : ` ${variant}`}`,
      birthDate: `${1950 + (seed % 30)}0612`,
      sex: 'M',
      weightKg: patient.weightKg,
      heightM: patient.heightM,
    },
    studyInstanceUid: uid(`cycle ${cycle}`, 'study'),
    studyId: `${seed}-${cycle}`,
    description: `177Lu-DOTATATE cycle ${cycle}`,
    start: visits[0].start,
  };
}
