import { addEstimates, becquerelSecond, fitTimeActivity, hours, type CurvePoint, type Facts } from '@graywise/physics';
import type { CurvedCycle, MeasuredRegion, RegionCurve, SegmentedCycle } from '../model/cycle.js';
import { curvePoint } from './curvePoint.js';
import { report, type StageTools } from './stageTools.js';

type StatedHalfLife = Facts['effectiveHalfLives'][string];

/** Spread (relative standard deviation) of an effective half-life that a person states without one. Suggested; the centre must confirm. */
const STATED_SPREAD = 0.2;

/** regions -> Bq s. The activity of every region at every scan, fitted and integrated. */
export function fitCurves(segmented: SegmentedCycle, tools: StageTools): CurvedCycle {
  const fits = segmented.regions.map((region, index): RegionCurve => {
    report(tools, 'time-activity', index / segmented.regions.length, `Fitting ${region.mask.label}`);
    const curve = segmented.scans.map((_scan, scanIndex): CurvePoint => curvePoint(segmented, region, scanIndex));
    const fitted = fitTimeActivity({
      points: curve,
      physicalHalfLife: segmented.nuclide.halfLife,
      statedHalfLife: statedHalfLife(segmented, region, tools),
      where: region.mask.label,
    });
    const { fit, timeIntegratedActivity, effectiveHalfLife, warnings } = fitted;
    return { ...region, curve, fit, timeIntegratedActivity, effectiveHalfLife, warnings: [...region.warnings, ...warnings] };
  });
  const curves = fits.map(region => sumOfParts(region, fits));
  return {
    ...segmented,
    assumptions: [
      ...segmented.assumptions,
      { step: 'time-activity', text: 'Effective decay is never slower than the decay of the nuclide.' },
    ],
    curves,
  };
}

/** A region that is the union of others holds their time-integrated activities, exactly; its own fit shows its curve. */
function sumOfParts(region: RegionCurve, all: readonly RegionCurve[]): RegionCurve {
  if (region.parts.length === 0) return region;
  const parts = all.filter(({ name }) => region.parts.includes(name)).map(({ timeIntegratedActivity }) => timeIntegratedActivity);
  return { ...region, timeIntegratedActivity: addEstimates(parts, becquerelSecond) };
}

/** An effective half-life that a person stated: in the step itself, or in the facts. */
function statedHalfLife(cycle: SegmentedCycle, region: MeasuredRegion, tools: StageTools): StatedHalfLife | null {
  const answer = tools.answers.find(({ kind, subject }) => kind === 'state half-life' && subject === region.name);
  if (answer?.halfLifeHours) return { halfLife: hours(answer.halfLifeHours), relativeUncertainty: STATED_SPREAD };
  return cycle.facts.effectiveHalfLives[region.name] ?? null;
}
