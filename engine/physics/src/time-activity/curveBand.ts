import { normalQuantile } from '../quantities/normalQuantile.js';
import { studentTQuantile } from '../quantities/studentTQuantile.js';
import type { CohortCurves } from '../priors/cohort.js';
import type { TimeActivityFit } from '../record/cycleVerification.js';
import { activityAt } from './activityAt.js';
import { activityDerivatives } from './curveDerivatives.js';
import { meanAndDeviation } from './meanAndDeviation.js';
import { parameterGradient, type CurveParameter } from './curveParameters.js';

/**
 * The 95 % band of a fitted curve at each of `times` (seconds after the administration), Bq: A(t) plus or minus 1.96 sqrt(g^T C g), with g the
 * gradient of A(t) and C the covariance of the free parameters. It shows what scatters from scan to scan; what all scans share (calibration,
 * volume) would move the whole band and is not in it. Never below zero. By a cohort: as its members, scaled to the scan, differ (Student's t), beside the scan's own
 * uncertainty.
 */
export function curveBand(fit: TimeActivityFit, times: readonly number[]): { lower: number; upper: number }[] {
  const cohort = fit.singleScan?.cohort;
  if (cohort) return times.map(seconds => cohortBand(fit, cohort, seconds));
  const count = fit.parameterNames.length;
  const coverage = normalQuantile(0.975);
  return times.map(seconds => {
    const gradient = parameterGradient(fit.terms, fit.parameterNames as readonly CurveParameter[], activityDerivatives(seconds));
    let variance = 0;
    for (let row = 0; row < count; row++)
      for (let column = 0; column < count; column++)
        variance += (gradient[row] ?? 0) * (fit.covariance[row * count + column] ?? 0) * (gradient[column] ?? 0);
    const value = activityAt(fit, seconds);
    const half = coverage * Math.sqrt(Math.max(0, variance));
    return { lower: Math.max(0, value - half), upper: value + half };
  });
}

function cohortBand(fit: TimeActivityFit, { members }: CohortCurves, seconds: number): { lower: number; upper: number } {
  const value = activityAt(fit, seconds);
  const { standardDeviation } = meanAndDeviation(members.map(member => activityAt(member, seconds)));
  const ofScale = normalQuantile(0.975) * value * Math.sqrt(fit.covariance[0] ?? 0);
  const ofMembers = studentTQuantile(0.975, members.length - 1) * standardDeviation * Math.sqrt(1 + 1 / members.length);
  const half = Math.hypot(ofScale, ofMembers);
  return { lower: Math.max(0, value - half), upper: value + half };
}
