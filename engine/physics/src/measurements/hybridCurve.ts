import { GraywiseError } from '../errors/GraywiseError.js';
import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import { addEstimates } from '../quantities/addEstimates.js';
import { combineEstimates } from '../quantities/combineEstimates.js';
import { divideEstimates } from '../quantities/divideEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { multiplyEstimates } from '../quantities/multiplyEstimates.js';
import { becquerel } from '../quantities/quantity.js';
import { scaleEstimate } from '../quantities/scaleEstimate.js';
import type { CurvePoint } from '../record/cycleVerification.js';
import type { MeasuredPoint, MeasurementKind } from '../record/measurements.js';

/** A planar view or count this near to a SPECT or PET, s, is of its session: its scale follows from the two. Suggested; the centre must confirm. */
export const SAME_SESSION = 3 * 3600;

/** What a hybrid curve is made from: the region's activity by scans with voxels, and a series of planar views or counts of the same region. */
export interface HybridInput {
  readonly scans: readonly CurvePoint[];
  readonly series: readonly MeasuredPoint[];
  readonly kind: MeasurementKind;
  readonly where: string;
}

/**
 * Points of a hybrid curve, Bq: A(t) = A_series(t) A_scan(t_s) / A_series(t_s), in the order of time (rule M5).
 *
 * The series between two of its points goes as an exponential, and so does its value at the time t_s of the scan. A point of the series in the session of a
 * scan gives the scale and no point of its own, or it would count twice. With several such scans the scale is the mean of theirs. What the points of the
 * series share (sensitivity, attenuation) cancels by its keys; what the scan is uncertain by (calibration, outline) is carried by all of its points.
 *
 * Throws GW_MEASUREMENTS_INVALID when no point of the series is within 3 h of a scan, or no other one is left.
 */
export function hybridCurve({ scans, series, kind, where }: HybridInput): CurvePoint[] {
  const inSession = (point: MeasuredPoint): boolean =>
    scans.some(scan => Math.abs(scan.afterAdministration - point.afterAdministration) <= SAME_SESSION);
  const others = series.filter(point => !inSession(point));
  const anchors = scans.filter(scan =>
    series.some(point => Math.abs(scan.afterAdministration - point.afterAdministration) <= SAME_SESSION),
  );
  const found = `${series.length} of them, ${series.length - others.length} in the session of a scan`;
  if (others.length === 0 || anchors.length === 0)
    throw new GraywiseError('GW_MEASUREMENTS_INVALID', {
      expected: `one measurement (${kind}) within 3 h of a SPECT or PET that sees the region, and others at other times`,
      where,
      found,
    });
  const scales = anchors.map(scan => divideEstimates(scan.activity, seriesAt(series, scan.afterAdministration, where), Number));
  const scale = scaleEstimate(addEstimates(scales, Number), 1 / scales.length, Number);
  const points = others.map(({ afterAdministration, value }): CurvePoint => ({
    timePoint: 0,
    measuredBy: kind,
    afterAdministration,
    activity: multiplyEstimates(value, scale, becquerel),
  }));
  return [...scans, ...points].sort((a, b) => a.afterAdministration - b.afterAdministration);
}

/** The series at a time: exponential between its two points about it, or by the two nearest to it. */
function seriesAt(series: readonly MeasuredPoint[], seconds: number, where: string): Estimate {
  const after = series.findIndex(point => point.afterAdministration >= seconds);
  const last = Math.min(series.length - 1, Math.max(1, after < 0 ? series.length - 1 : after));
  const [early, late] = [series[last - 1], series[last]];
  if (!early || !late) throw new RangeError('A series has two points.');
  if (early.value.value <= 0 || late.value.value <= 0)
    throw new GraywiseError('GW_MEASUREMENTS_INVALID', {
      expected: 'counts above background about the time of the scan',
      where,
      found: 'none',
    });
  const weight = (seconds - early.afterAdministration) / (late.afterAdministration - early.afterAdministration);
  const value = exp((1 - weight) * log(early.value.value) + weight * log(late.value.value));
  return combineEstimates(value, [
    { estimate: early.value, sensitivity: ((1 - weight) * value) / early.value.value },
    { estimate: late.value, sensitivity: (weight * value) / late.value.value },
  ]);
}
