import type { Contribution, Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { becquerel, type BecquerelSecond, type Gray, type Second } from '../quantities/quantity.js';
import { isUncorrectedShift } from '../quantities/uncorrectedShift.js';
import { relativeUncertainty } from '../quantities/relativeUncertainty.js';
import type { CurvePoint, TimeActivityFit } from '../record/cycleVerification.js';
import { activityAt } from '../time-activity/activityAt.js';
import { replaceFactor } from './replaceFactor.js';

/** One thing that would make a dose less uncertain. */
export interface UncertaintyAdvice {
  readonly kind: 'another scan' | 'outline on CT' | 'calibration' | 'spheres' | 'Monte Carlo';
  /** What to do and what it gives, one sentence. */
  readonly text: string;
  /** Relative standard uncertainty of the dose now. */
  readonly from: number;
  /** What it would be; null where it takes away a bias that the budget does not hold. */
  readonly to: number | null;
  /** Of another scan: from the administration. */
  readonly at: Second | null;
}

/** A curve of the region, or of each side of a pair. */
export interface AdviceCurve {
  readonly points: readonly CurvePoint[];
  readonly fit: TimeActivityFit;
  readonly timeIntegratedActivity: Estimate<BecquerelSecond>;
  /** Fits and integrates other points as these were. Null where they decide no curve. */
  readonly refit: (points: readonly CurvePoint[]) => Estimate<BecquerelSecond> | null;
}

export interface AdviceInput {
  readonly dose: Estimate<Gray>;
  readonly timeIntegratedActivity: Estimate<BecquerelSecond>;
  readonly curves: readonly AdviceCurve[];
  /** Where it was outlined on the emission image and there is a CT: the uncertainty of its volume on the CT over that it has. Else null. */
  readonly ctOutlineRatio: number | null;
  /** Where an engine other than Monte Carlo made the dose: the key of its model, and the relative uncertainty of that of Monte Carlo. Else null. */
  readonly engine: { readonly key: string; readonly relativeByMonteCarlo: number } | null;
  /** Keys of the outlines. */
  readonly outlineKeys: readonly string[];
  /** `stated`: its uncertainty would become that of spheres; null: partial volume is not corrected. */
  readonly resolution: { readonly basis: 'measured spheres' | 'stated'; readonly relativeUncertainty: number } | null;
}

/** Hours after the administration that are tried for another scan. */
const SCAN_HOURS = [4, 24, 48, 72, 96, 120, 144, 168, 192, 216, 240];
/** A scan nearer than this to one that there is says the same, h. */
const APART_HOURS = 8;
/** A calibration with a source traceable to a primary standard (NPL, 177Lu: 1.6 %). Suggested; the centre must confirm. */
const TRACEABLE_CALIBRATION = 0.016;
/** What six spheres leave of the uncertainty of the resolution, relative. Suggested; the centre must confirm. */
const SPHERES_RESOLUTION = 0.02;
/** Less than this is no gain. */
const LEAST_GAIN = 0.0005;

/**
 * What would reduce the uncertainty of a dose, the largest gain first (rule U3). Each candidate keeps the dose and replaces its part of the budget: another scan by
 * refitting with a point on the fitted curve that is as uncertain as those there are, the others by scaling their contributions.
 */
export function uncertaintyAdvice(input: AdviceInput): UncertaintyAdvice[] {
  const from = relativeUncertainty(input.dose);
  const scaled = (kind: UncertaintyAdvice['kind'], what: string, to: number): UncertaintyAdvice => ({
    kind,
    text: `${what}: ${percent(from)} to ${percent(to)}.`,
    from,
    to,
    at: null,
  });
  const found: UncertaintyAdvice[] = [];
  const scan = bestScan(input);
  if (scan)
    found.push({ ...scaled('another scan', `Another scan at ${String(scan.hours)} h`, scan.to), at: (scan.hours * 3600) as Second });
  if (input.ctOutlineRatio !== null) {
    const to = withScaled(input.dose, ({ key }) => input.outlineKeys.includes(key), input.ctOutlineRatio);
    found.push(scaled('outline on CT', 'Outlining on the CT instead of the emission image', to));
  }
  const calibration = shareOf(input.dose, ({ source }) => source === 'calibration');
  if (calibration > TRACEABLE_CALIBRATION) {
    const to = withScaled(input.dose, ({ source }) => source === 'calibration', TRACEABLE_CALIBRATION / calibration);
    found.push(scaled('calibration', `A calibration known to ${percent(TRACEABLE_CALIBRATION)}`, to));
  }
  if (input.engine) {
    const { key, relativeByMonteCarlo } = input.engine;
    const model = shareOf(input.dose, share => share.key === key);
    if (model > relativeByMonteCarlo) {
      const to = withScaled(input.dose, share => share.key === key, relativeByMonteCarlo / model);
      found.push(scaled('Monte Carlo', 'The dose by Monte Carlo, through the tissues of the CT', to));
    }
  }
  const gains = found.filter(({ to }) => to !== null && to < from - LEAST_GAIN);
  gains.sort((a, b) => (a.to ?? from) - (b.to ?? from));
  return [...spheres(input, from, scaled), ...gains].sort((a, b) => (a.to ?? 0) - (b.to ?? 0));
}

function spheres(
  { resolution, dose }: AdviceInput,
  from: number,
  scaled: (kind: 'spheres', what: string, to: number) => UncertaintyAdvice,
): UncertaintyAdvice[] {
  if (resolution === null) {
    const text = 'Measuring spheres: partial volume is not corrected, a bias that this budget does not hold.';
    return [{ kind: 'spheres', text, from, to: null, at: null }];
  }
  if (resolution.basis !== 'stated' || resolution.relativeUncertainty <= SPHERES_RESOLUTION) return [];
  const to = withScaled(dose, ({ source }) => source === 'recovery', SPHERES_RESOLUTION / resolution.relativeUncertainty);
  return to < from - LEAST_GAIN ? [scaled('spheres', 'Measuring spheres instead of stating the resolution', to)] : [];
}

function bestScan({ dose, timeIntegratedActivity, curves }: AdviceInput): { hours: number; to: number } | null {
  let best: { hours: number; to: number } | null = null;
  for (const hours of SCAN_HOURS) {
    const near = curves.some(({ points }) => points.some(point => Math.abs(point.afterAdministration / 3600 - hours) < APART_HOURS));
    if (near) continue;
    const refitted = curves.map(curve => curve.refit([...curve.points, plannedPoint(curve, hours * 3600)]));
    const parts = refitted.flatMap(integral => integral ?? []);
    if (parts.length < curves.length) continue;
    // The sum keeps its value: only what it is made of changes.
    const after = makeEstimate(
      parts.reduce((sum, part) => sum + part.value, 0),
      parts.flatMap(({ contributions }) => contributions),
    );
    const to = relativeUncertainty(replaceFactor(dose, timeIntegratedActivity, after));
    if (best === null || to < best.to) best = { hours, to };
  }
  return best;
}

/** On the curve, as uncertain as the latest scan: counts by the activity left, all that scans share as it is. */
function plannedPoint({ points, fit }: AdviceCurve, seconds: number): CurvePoint {
  const template = points.reduce((latest, point) => (point.afterAdministration > latest.afterAdministration ? point : latest));
  const value = activityAt(fit, seconds);
  const ratio = value / template.activity.value;
  const shared = (share: Contribution): boolean =>
    isUncorrectedShift(share) ||
    (points.length > 1
      ? points.every(point => point.activity.contributions.some(({ key }) => key === share.key))
      : share.source !== 'counts' && share.source !== 'registration');
  const contributions = template.activity.contributions.map(share => ({
    ...share,
    key: shared(share) ? share.key : `${share.key}:planned`,
    standardUncertainty: share.standardUncertainty * (share.source === 'counts' ? Math.sqrt(ratio) : ratio),
  }));
  const timePoint = Math.max(...points.map(point => point.timePoint)) + 1;
  return { timePoint, afterAdministration: seconds as Second, activity: makeEstimate(becquerel(value), contributions) };
}

function withScaled(dose: Estimate<Gray>, which: (share: Contribution) => boolean, factor: number): number {
  const shares = dose.contributions.map(share =>
    which(share) ? { ...share, standardUncertainty: share.standardUncertainty * factor } : share,
  );
  return relativeUncertainty(makeEstimate(dose.value, shares));
}

function shareOf(dose: Estimate<Gray>, which: (share: Contribution) => boolean): number {
  return Math.hypot(...dose.contributions.filter(which).map(share => share.standardUncertainty)) / dose.value;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.0995 ? 1 : 0)} %`;
}
