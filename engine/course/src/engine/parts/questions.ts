export { adviceFor } from '../../uncertainty/adviceFor.js';
export { checkUncertainty } from '../../uncertainty/checkUncertainty.js';
export { compareDose } from '../compareDose.js';
export { compareScans } from '../compareScans.js';
export { scanTimesOf } from '../scanTimesOf.js';
