import { earlyPhaseOf, permanentImplantBasis, type EarlyPhase } from '@graywise/physics';
import type { CycleSources } from '../model/cycle.js';

/** The hours to assume in a region that no scan of a cycle shows (rule T6); null where the whole activity stays where it lodged. */
export function earlyPhaseIn(
  { radiopharmaceutical, nuclide }: Pick<CycleSources, 'radiopharmaceutical' | 'nuclide'>,
  region: string,
): EarlyPhase | null {
  return permanentImplantBasis(radiopharmaceutical, nuclide.halfLife) ? null : earlyPhaseOf(region);
}
