import { divideEstimates, GraywiseError, gray, multiplyEstimates, type ChosenTail, type Estimate, type Gray } from '@graywise/physics';
import type { MeasuredRegion, RegionCurve, RegionDose, SegmentedCycle } from '../model/cycle.js';
import { regionCurve } from '../stages/regionCurve.js';
import { scansInUse, type ScansInUse } from '../stages/scansInUse.js';
import { singleScanOptions } from '../stages/singleScanOptions.js';
import type { StageTools } from '../stages/stageTools.js';
import { sumOfParts } from '../stages/sumOfParts.js';
import {
  EVERY_REGION,
  type DecisionAnswer,
  type Refusal,
  type RegionOfScans,
  type RegionScanPair,
  type ScanComparison,
  type SingleScanChoice,
} from './courseEngine.js';
import type { CycleRun } from './CycleRun.js';

/** A curve, or why there is none. */
type Tried = { readonly curve: RegionCurve; readonly refusal: null } | { readonly curve: null; readonly refusal: Refusal };

/**
 * Some scans of a cycle beside those that its dose was computed from. Nothing of the cycle changes.
 *
 * The dose follows the time-integrated activity: energy per decay and mass of a region are those of the dose that is there (what comes from other regions
 * is taken as a share of the region's own, rule D1). Throws GW_USAGE before the step `dose` and for time points that the cycle lacks.
 */
export function compareScans(run: CycleRun, timePoints: readonly number[], method: SingleScanChoice, tools: StageTools): ScanComparison {
  const { dose: dosed } = run.results;
  if (!dosed) throw new GraywiseError('GW_USAGE', { expected: 'the step dose before a comparison', found: 'none' });
  const answers = answersFor(timePoints, method, dosed.doses[0]?.tail ?? null);
  const scans = scansInUse(dosed, answers);
  const tried = dosed.doses.map(region => tryCurve({ ...dosed, earlier: run.sources.earlier }, region, scans, { ...tools, answers }));
  const made = tried.flatMap(({ curve }) => curve ?? []);
  const regions = dosed.doses.map((region, index): RegionScanPair => {
    const { curve, refusal } = tried[index] ?? { curve: null, refusal: null };
    const complete = curve !== null && region.parts.every(part => made.some(({ name }) => name === part));
    const chosen = complete ? sumOfParts(curve, made) : null;
    return {
      name: region.name,
      label: region.mask.label,
      all: ofScans(region, region.absorbedDose),
      chosen: chosen && ofScans(chosen, doseOf(chosen, region)),
      refusal,
      options: singleScanOptions(run.sources, region.name),
    };
  });
  return {
    timePoints: scans.indices.flatMap(index => dosed.scans[index]?.timePoint ?? []),
    regions,
    assumptions: ['Regions, masses and the energy per decay are those of all scans; the curves alone are made anew.'],
  };
}

/** The tail that a person chose is that of all curves, so it is that of fewer scans too. */
function answersFor(timePoints: readonly number[], { method, halfLifeHours }: SingleScanChoice, tail: ChosenTail | null): DecisionAnswer[] {
  return [
    ...(tail ? [{ kind: 'choose tail', subject: tail.rule, reason: 'compared', halfLifeHours: null } as const] : []),
    { kind: 'choose scans', subject: timePoints.join(','), reason: 'compared', halfLifeHours: null },
    { kind: 'state half-life', subject: EVERY_REGION, reason: 'compared', halfLifeHours, method },
  ];
}

function tryCurve(cycle: SegmentedCycle, region: MeasuredRegion, scans: ScansInUse, tools: StageTools): Tried {
  try {
    return { curve: regionCurve(cycle, region, scans, tools), refusal: null };
  } catch (fault) {
    if (!(fault instanceof GraywiseError)) throw fault;
    const { code, message, hint } = fault;
    return { curve: null, refusal: { code, message, hint } };
  }
}

/** The dose used, times the time-integrated activities' ratio: what both have in common cancels by its keys. */
function doseOf(chosen: RegionCurve, used: RegionDose): Estimate<Gray> {
  const ratio = divideEstimates(chosen.timeIntegratedActivity, used.timeIntegratedActivity, value => value);
  return multiplyEstimates(used.absorbedDose, ratio, gray);
}

function ofScans(
  { curve, fit, timeIntegratedActivity, effectiveHalfLife, warnings }: RegionCurve,
  absorbedDose: Estimate<Gray>,
): RegionOfScans {
  return {
    timePoints: curve.map(({ timePoint }) => timePoint),
    fit,
    timeIntegratedActivity,
    effectiveHalfLife,
    absorbedDose,
    warnings,
  };
}
