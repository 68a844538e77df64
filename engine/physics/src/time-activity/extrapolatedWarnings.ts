import { warning, type Warning } from '../errors/warningTable.js';

/** Above this share after the last point the tail deserves a look (EANM dosimetry reporting practice asks for less). */
const LARGEST_EXTRAPOLATED = 0.2;

/** The warning that too much of an integral lies after the last scan or measurement; none where it does not. `fraction` from 0 to 1. */
export function extrapolatedWarnings(fraction: number, where: string): Warning[] {
  return fraction > LARGEST_EXTRAPOLATED ? [warning('GW_EXTRAPOLATED', { where, found: (100 * fraction).toFixed(0) })] : [];
}
