export { writeFacts, writePlan } from '@graywise/dicom';
export { recordObjects } from '../../stages/recordObjects.js';
