import {
  fitTimeActivity,
  GraywiseError,
  warning,
  type ChosenTail,
  type CurvePoint,
  type TimeActivityFit,
  type Warning,
} from '@graywise/physics';
import type { MeasuredRegion, RegionCurve, SegmentedCycle } from '../model/cycle.js';
import { chosenTail } from './chosenTail.js';
import { LEAST_COVERAGE } from './coverageOfScans.js';
import { curvePoint } from './curvePoint.js';
import { earlyPhaseIn } from './earlyPhaseIn.js';
import type { ScansInUse } from './scansInUse.js';
import { singleScanBasis, type ChosenBasis } from './singleScanBasis.js';
import type { StageTools } from './stageTools.js';
import { withMeasuredPoints } from './withMeasuredPoints.js';

/**
 * The curve of one region from the scans in use that see it, fitted and integrated. Throws GW_TOO_FEW_TIME_POINTS, naming the region, where one scan is
 * left and nothing says how it becomes a curve.
 */
export function regionCurve(segmented: SegmentedCycle, region: MeasuredRegion, scans: ScansInUse, tools: StageTools): RegionCurve {
  const { name, mask } = region;
  const scanPointsOf = (of: MeasuredRegion): CurvePoint[] =>
    scans.indices.flatMap(scanIndex => ((of.coverage[scanIndex] ?? 0) < LEAST_COVERAGE ? [] : [curvePoint(segmented, of, scanIndex)]));
  const scanPoints = scanPointsOf(region);
  const { curve, warnings: ofMeasured } = scans.choice
    ? { curve: scanPoints, warnings: [] }
    : withMeasuredPoints(segmented, region, scanPoints, scanPointsOf);
  const chosen = singleScanBasis(segmented, name, tools.answers);
  if (new Set(curve.map(point => point.afterAdministration)).size === 1 && !chosen)
    throw new GraywiseError('GW_TOO_FEW_TIME_POINTS', { where: mask.label, found: 1, region: name });
  const tail = chosenTail(segmented, name, tools.answers);
  const fitted = fitTimeActivity({
    points: curve,
    physicalHalfLife: segmented.nuclide.halfLife,
    basis: chosen?.basis ?? null,
    tail,
    earlyPhase: earlyPhaseIn(segmented, name),
    where: mask.label,
    key: `${String(segmented.cycle)}:${name}${scans.choice ? ` of scans ${scans.choice.timePoints.join(', ')}` : ''}`,
  });
  const { fit, timeIntegratedActivity, effectiveHalfLife, warnings } = fitted;
  return {
    ...region,
    curve,
    fit,
    tail,
    timeIntegratedActivity,
    effectiveHalfLife,
    warnings: [...region.warnings, ...ofMeasured, ...warnings, ...unconfirmed(fit, chosen, tail, mask.label)],
  };
}

/** What a curve rests on and the centre has not confirmed. */
function unconfirmed(fit: TimeActivityFit, chosen: ChosenBasis | null, tail: ChosenTail | null, where: string): Warning[] {
  const suggested = (what: string, found: string, rule: string): Warning[] => [
    warning('GW_SUGGESTED_VALUE', { where: what, found, source: `rule ${rule}` }),
  ];
  if (!fit.singleScan)
    return tail?.rule === 'population half-life' && !tail.confirmed
      ? suggested(`Half-life of ${where} after the last scan`, tail.source, 'T14')
      : [];
  if (!chosen || chosen.basis.confirmed) return [];
  const { method, source } = chosen.basis;
  return method === 'cohort' ? suggested(`Cohort for ${where}`, source, 'T20') : suggested(`Half-life of ${where}`, source, 'T19');
}
