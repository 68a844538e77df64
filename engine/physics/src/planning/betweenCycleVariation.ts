export { BETWEEN_CYCLE_LOG_DEVIATION } from '../expectation/betweenCycleVariation.js';
