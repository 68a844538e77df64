import type { CycleVerification, RegionResult } from '@graywise/physics';
import { formatEstimate } from '../format/formatEstimate.js';

/** How partial volume was corrected; nothing where it was not, which a warning says. */
export function recoveryNotes({ recovery }: RegionResult, { resolution }: Partial<CycleVerification>): readonly string[] {
  if (!recovery || !resolution) return [];
  const basis = resolution.basis === 'stated' ? 'stated in the facts' : `measured with ${String(resolution.spheres.length)} spheres`;
  const shown = `${formatEstimate(recovery, 100, 1)} %`;
  return [
    `Corrected for partial volume: the reference scan shows ${shown} of the activity inside the outline, at a resolution of ${formatEstimate(resolution.fwhm, 1, 2)} mm (${basis}). Geometric transfer matrix after Rousset OG et al., J Nucl Med 39 (1998) 904.`,
  ];
}
