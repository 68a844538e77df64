import { exactly } from '../quantities/exactly.js';
import type { Second } from '../quantities/quantity.js';
import type { HalfLifeBasis } from '../record/cycleVerification.js';

/** Particles that stay where they lodge. */
const IMPLANTS = /microsphere|sir-?spheres?|therasphere|quiremspheres?|sirt|radioemboli[sz]ation/i;

/**
 * What one scan of a permanent implant rests on: nothing leaves, so the effective half-life is the physical one, exactly, and one scan at any time gives the
 * integral A(t) 2^(t/T) T / ln 2 (rule M12). Null for everything else.
 *
 * Source: EANM procedure guideline for liver radioembolisation with 90Y and 166Ho, Weber et al., Eur J Nucl Med Mol Imaging 49 (2022) 1682.
 *
 * @param radiopharmaceutical - as the facts or the images name it, such as '90Y-microspheres (SIR-Spheres)'
 */
export function permanentImplantBasis(radiopharmaceutical: string, physicalHalfLife: Second): HalfLifeBasis | null {
  if (!IMPLANTS.test(radiopharmaceutical)) return null;
  const source = 'physical decay alone: a permanent implant leaves no tissue';
  return { method: 'stated', source, confirmed: true, halfLife: exactly(physicalHalfLife) };
}
