import { log1p } from '../numerics/log1p.js';
import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { isUncorrectedShift, uncorrectedShift } from '../quantities/uncorrectedShift.js';
import type { CycleVerification, RegionResult, HalfLifeBasis } from '../record/cycleVerification.js';
import { integralDerivatives } from './curveDerivatives.js';
import { earlyPhaseOf } from './earlyPhase.js';
import { isFullyImaged } from './isFullyImaged.js';
import { unseenPhase } from './unseenPhase.js';

/**
 * Standard deviation of the logarithm of an effective half-life from one cycle of a patient to the next: that of a lognormal with a coefficient of
 * variation of 10 %. Suggested (rule T19); a centre must confirm it with its own patients.
 */
export const HALF_LIFE_BETWEEN_CYCLES = Math.sqrt(log1p(0.1 ** 2));

/** What is needed of a cycle to take half-lives from it: its verification, or its curves. */
export interface ImagedCycle extends Pick<CycleVerification, 'cycle'> {
  readonly regions: readonly Pick<RegionResult, 'name' | 'curve' | 'fit' | 'effectiveHalfLife' | 'timeIntegratedActivity'>[];
}

/**
 * The patient's own effective half-life of a region, from the latest fully imaged one of `earlier` cycles, for a single scan in `cycle`; null when no
 * earlier cycle has three time points of that region (rule T19).
 *
 * It is as uncertain as that cycle's fit, whose keys it keeps, and by the variation from cycle to cycle, which is drawn anew for each cycle. `variable` names
 * that variation: both sides of a pair change together.
 */
export function ownHalfLifeBasis(earlier: readonly ImagedCycle[], region: string, cycle: number, variable = region): HalfLifeBasis | null {
  const imaged = earlier
    .filter(past => past.cycle < cycle)
    .sort((a, b) => b.cycle - a.cycle)
    .flatMap(({ cycle: from, regions }) => regions.filter(({ name }) => name === region).map(found => ({ ...found, from })))
    .find(region => region.fit.tail === 'fitted' && isFullyImaged(region));
  if (!imaged) return null;
  const { value, contributions, degreesOfFreedom } = imaged.effectiveHalfLife;
  const between = {
    source: 'between-cycle variation',
    key: `half-life:${String(cycle)}:${variable}`,
    standardUncertainty: value * HALF_LIFE_BETWEEN_CYCLES,
  } as const;
  return {
    method: 'own',
    source: `${(value / 3600).toFixed(1)} h in cycle ${String(imaged.from)}, give or take 10 % between cycles`,
    confirmed: false,
    // What an unseen phase shifts it by changes the integral of a scan near T / ln 2 to second order only.
    halfLife: makeEstimate(value, [...contributions.filter(share => !isUncorrectedShift(share)), between], {
      distribution: 'lognormal',
      degreesOfFreedom,
    }),
    wholePerSlowPhase: wholePerSlowPhase(imaged, `early-phase:${String(imaged.from)}:${region}`),
  };
}

/**
 * The integral of the whole earlier curve over that of its slow phase: its uptake and fast phase come with it. As uncertain as the fit, and shifted by what no scan of it
 * showed: the slow phase is then the whole curve, whatever the scans took for it.
 */
function wholePerSlowPhase({ name, curve, fit, timeIntegratedActivity }: ImagedCycle['regions'][number], key: string): Estimate {
  const [slow] = fit.terms;
  if (!slow) return makeEstimate(1, []);
  const value = (timeIntegratedActivity.value * slow.rate) / slow.amplitude;
  const ofFit = timeIntegratedActivity.contributions.filter(({ source }) => source === 'fit').map(share => share.standardUncertainty);
  const standardUncertainty = (value * Math.hypot(...ofFit)) / timeIntegratedActivity.value;
  const seconds = curve.map(point => point.afterAdministration).sort((a, b) => a - b);
  const sensitivities = seconds.map(() => 0);
  const { shift } = unseenPhase({
    derivatives: integralDerivatives,
    terms: fit.terms,
    seconds,
    sensitivities,
    earlyPhase: earlyPhaseOf(name),
  });
  return makeEstimate(value, [{ source: 'fit', key, standardUncertainty }, ...uncorrectedShift((shift * slow.rate) / slow.amplitude)]);
}
