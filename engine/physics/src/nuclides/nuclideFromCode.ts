import { NUCLIDE_CODES } from './generated/nuclideCodes.js';

/** Designators under which files carry the codes of SNOMED RT. */
const SNOMED_RT = ['SRT', 'SNM3', '99SDM'];

/**
 * The radionuclide that a DICOM code names, such as SCT 447553000 for 'Lu-177'; null for a code that is not in context groups 18 and 4020.
 * The nuclide need not be in the decay table.
 */
export function nuclideFromCode(scheme: string, value: string): string | null {
  const designator = scheme.trim().toUpperCase();
  const key = `${SNOMED_RT.includes(designator) ? 'SRT' : designator} ${value.trim().toUpperCase()}`;
  return Object.hasOwn(NUCLIDE_CODES, key) ? (NUCLIDE_CODES[key] ?? null) : null;
}
