import { warning, type Warning } from '../errors/warningTable.js';
import type { Estimate } from '../quantities/estimate.js';
import type { TimeActivityFit } from '../record/cycleVerification.js';
import { extrapolatedWarnings } from './extrapolatedWarnings.js';

/** Points that scatter this many times more than their uncertainties explain deserve a look. */
const LARGEST_SCATTER_RATIO = 4;
/** A fit less certain than this deserves a look. */
const LARGEST_FIT_UNCERTAINTY = 0.1;

interface Findings {
  readonly fit: TimeActivityFit;
  /** Whether the fitted clearance lies on physical decay. */
  readonly isFloorOfFit: boolean;
  readonly timeIntegratedActivity: Estimate;
  /** Chi-square per degree of freedom, at least one. */
  readonly scatterRatio: number;
  readonly where: string;
}

/** What a person should look at in a fitted curve. */
export function curveWarnings({ fit, isFloorOfFit, timeIntegratedActivity, scatterRatio, where }: Findings): Warning[] {
  const warnings: Warning[] = [];
  const fitShare = timeIntegratedActivity.contributions
    .filter(({ source }) => source === 'fit')
    .map(({ standardUncertainty }) => standardUncertainty);
  const fitUncertainty = Math.hypot(...fitShare) / timeIntegratedActivity.value;
  if (isFloorOfFit) warnings.push(warning('GW_PHYSICAL_DECAY_FLOOR', { where }));
  warnings.push(...extrapolatedWarnings(fit.extrapolatedFraction, where));
  if (scatterRatio > LARGEST_SCATTER_RATIO)
    warnings.push(
      warning('GW_FIT_UNCERTAIN', {
        where,
        found: `the points scatter ${Math.sqrt(scatterRatio).toFixed(1)} times more than their uncertainties explain`,
      }),
    );
  if (fitUncertainty > LARGEST_FIT_UNCERTAINTY)
    warnings.push(
      warning('GW_FIT_UNCERTAIN', {
        where,
        found: `the fit leaves the time-integrated activity open by ${(100 * fitUncertainty).toFixed(0)} %`,
      }),
    );
  return warnings;
}
