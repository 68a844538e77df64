import { warning, type Warning } from '../errors/warningTable.js';
import type { Estimate } from '../quantities/estimate.js';
import { relativeUncorrectedShift } from '../quantities/uncorrectedShift.js';
import type { CurvePoint, TimeActivityFit } from '../record/cycleVerification.js';
import { extrapolatedWarnings } from './extrapolatedWarnings.js';

/** Points that scatter this many times more than their uncertainties explain deserve a look. */
const LARGEST_SCATTER_RATIO = 4;
/** A fit less certain than this deserves a look. */
const LARGEST_FIT_UNCERTAINTY = 0.1;

interface Findings {
  readonly points: readonly CurvePoint[];
  readonly fit: TimeActivityFit;
  /** Whether the fitted clearance lies on physical decay. */
  readonly isFloorOfFit: boolean;
  readonly timeIntegratedActivity: Estimate;
  /** Chi-square per degree of freedom, at least one. */
  readonly scatterRatio: number;
  readonly where: string;
}

/** What a person should look at in a fitted curve. */
export function curveWarnings({ points, fit, isFloorOfFit, timeIntegratedActivity, scatterRatio, where }: Findings): Warning[] {
  const warnings: Warning[] = [];
  const fitShare = timeIntegratedActivity.contributions
    .filter(({ source }) => source === 'fit')
    .map(({ standardUncertainty }) => standardUncertainty);
  // What an unseen phase shifts is the fit's too; what the points are shifted by is not.
  const ofPoints = points.reduce((sum, { activity }) => sum + relativeUncorrectedShift(activity), 0) / points.length;
  const fitUncertainty = Math.hypot(
    Math.hypot(...fitShare) / timeIntegratedActivity.value,
    relativeUncorrectedShift(timeIntegratedActivity) - ofPoints,
  );
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
