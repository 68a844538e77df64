export type { Part10 } from './write/part10.js';
export type { NaturalDataset, NaturalValue } from './write/naturalDataset.js';
export { encodePart10 } from './write/encodePart10.js';
export { deterministicUid } from './write/deterministicUid.js';
export type { PatientIdentity } from './model/patientIdentity.js';
export type { StudyContext } from './model/studyContext.js';
