import {
  addEstimates,
  becquerelSecond,
  fitTimeActivity,
  hours,
  warning,
  type CurvePoint,
  type StatedHalfLife,
  type Warning,
} from '@graywise/physics';
import type { CurvedCycle, MeasuredRegion, RegionCurve, SegmentedCycle } from '../model/cycle.js';
import { LEAST_COVERAGE } from './coverageOfScans.js';
import { curvePoint } from './curvePoint.js';
import { PAIRED_REGIONS } from './pairedRegions.js';
import { report, type StageTools } from './stageTools.js';

/** Spread (relative standard deviation) of an effective half-life that a person states without one. Suggested; the centre must confirm. */
const STATED_SPREAD = 0.2;

/** regions -> Bq s. The activity of every region at every scan that sees it, fitted and integrated. */
export function fitCurves(segmented: SegmentedCycle, tools: StageTools): CurvedCycle {
  const fits = segmented.regions.map((region, index): RegionCurve => {
    report(tools, 'time-activity', index / segmented.regions.length, `Fitting ${region.mask.label}`);
    const curve = segmented.scans.flatMap((_scan, scanIndex): CurvePoint[] =>
      (region.coverage[scanIndex] ?? 0) < LEAST_COVERAGE ? [] : [curvePoint(segmented, region, scanIndex)],
    );
    const stated = statedHalfLife(segmented, region, tools);
    const fitted = fitTimeActivity({
      points: curve,
      physicalHalfLife: segmented.nuclide.halfLife,
      statedHalfLife: stated.halfLife,
      where: region.mask.label,
      key: `${String(segmented.cycle)}:${region.name}`,
    });
    const { fit, timeIntegratedActivity, effectiveHalfLife, warnings } = fitted;
    return {
      ...region,
      curve,
      fit,
      timeIntegratedActivity,
      effectiveHalfLife,
      warnings: [...region.warnings, ...warnings, ...(fit.model === 'stated half-life' ? stated.warnings : [])],
    };
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

interface Stated {
  readonly halfLife: StatedHalfLife | null;
  readonly warnings: readonly Warning[];
}

/**
 * An effective half-life that a person stated for a region, or for the pair it is a side of: in the step itself, or in the facts. It is one random
 * variable for all regions and cycles that it is used for.
 */
function statedHalfLife({ facts }: SegmentedCycle, { name, mask }: MeasuredRegion, { answers }: StageTools): Stated {
  const pair = PAIRED_REGIONS.find(({ parts }) => parts.some(part => part === name));
  for (const subject of [name, ...(pair ? [pair.name] : [])]) {
    const answered = answers.find(answer => answer.kind === 'state half-life' && answer.subject === subject)?.halfLifeHours;
    if (answered) {
      const found = `a spread of ${(100 * STATED_SPREAD).toFixed(0)} % about the stated half-life`;
      const halfLife = { halfLife: hours(answered), relativeUncertainty: STATED_SPREAD, key: subject };
      return { halfLife, warnings: [warning('GW_SUGGESTED_VALUE', { where: mask.label, found, source: 'rule T7' })] };
    }
    const inFacts = facts.effectiveHalfLives[subject];
    if (inFacts) return { halfLife: { ...inFacts, key: subject }, warnings: [] };
  }
  return { halfLife: null, warnings: [] };
}
