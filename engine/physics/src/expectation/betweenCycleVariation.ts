import { log1p } from '../numerics/log1p.js';
/**
 * Standard deviation of the logarithm of the dose per activity from one cycle to the next: that of a lognormal with a coefficient of variation of
 * 15 %. Suggested (rules P2 and V4); a centre must confirm it with its own patients.
 */
export const BETWEEN_CYCLE_LOG_DEVIATION = Math.sqrt(log1p(0.15 ** 2));
