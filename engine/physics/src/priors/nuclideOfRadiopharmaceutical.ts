import { findNuclideName } from '../nuclides/findNuclideName.js';

/** The radionuclide of a radiopharmaceutical, by its name or brand; null where it names none, or more than one. */
export function nuclideOfRadiopharmaceutical(radiopharmaceutical: string): string | null {
  return findNuclideName(radiopharmaceutical.replace(/lutathera|pluvicto/i, '177Lu'));
}
