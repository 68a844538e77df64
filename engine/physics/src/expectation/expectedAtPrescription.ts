import { coverageInterval } from '../quantities/coverageInterval.js';
import { probabilityAbove } from '../quantities/probabilityAbove.js';
import { gray, type Becquerel, type Gray } from '../quantities/quantity.js';
import { scaleEstimate } from '../quantities/scaleEstimate.js';
import type { ExpectedDosePerActivity } from './expectedDosePerActivity.js';

/** The absorbed dose that an activity is expected to give a region, before it is given. */
export interface ExpectedAtPrescription {
  readonly median: Gray;
  readonly range50: readonly [Gray, Gray];
  readonly range95: readonly [Gray, Gray];
  /** That the dose delivered so far and this one pass the limit; null without a limit. */
  readonly probabilityOverLimit: number | null;
  /** That they reach the target; null without a target. */
  readonly probabilityReachesTarget: number | null;
}

export interface PrescriptionInput {
  readonly expected: ExpectedDosePerActivity;
  readonly activity: Becquerel;
  /** In the cycles before, taken as exact. */
  readonly delivered?: Gray;
  readonly limit?: Gray | null;
  readonly target?: Gray | null;
}

/** Median, 50 % and 95 % prediction interval and the chances of limit and target for one region and one administration (rule V4). */
export function expectedAtPrescription({ expected, activity, delivered, limit, target }: PrescriptionInput): ExpectedAtPrescription {
  const dose = scaleEstimate(expected.estimate, activity, gray);
  const range = (probability: number): [Gray, Gray] => {
    const [low, high] = coverageInterval(dose, probability);
    return [gray(low), gray(high)];
  };
  const chance = (bound: Gray | null | undefined): number | null =>
    bound === null || bound === undefined ? null : probabilityAbove(dose, bound - (delivered ?? 0));
  return {
    median: dose.value,
    range50: range(0.5),
    range95: range(0.95),
    probabilityOverLimit: chance(limit),
    probabilityReachesTarget: chance(target),
  };
}
