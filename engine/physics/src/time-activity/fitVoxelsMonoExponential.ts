import { GraywiseError } from '../errors/GraywiseError.js';
import { expOfMinus } from '../numerics/expOfMinus.js';
import { commonGeometry } from './commonGeometry.js';
import { fastestRate } from './curveModels.js';
import { curvesWithoutActivity, type VoxelCurves, type VoxelCurvesInput, type VoxelTerm } from './voxelCurves.js';
import { VoxelPoints } from './voxelPoints.js';

/** Newton's step squares the error: after a step of this share of the rate, the sum of squares is exact to twelve digits. */
const LAST_STEP = 1e-3;
const MOST_STEPS = 60;

/**
 * One exponential a e^(-r t) in every voxel, by weighted least squares, r from physical decay up (rule T10). Voxels without activity stay at zero.
 *
 * Variable projection (Golub and Pereyra 1973, SIAM J Numer Anal 10, 413): the best amplitude follows from the rate, so that only the rate is searched.
 * Throws GW_TOO_FEW_TIME_POINTS for fewer than two times and GW_GEOMETRY when volumes and times do not belong together.
 */
export function fitVoxelsMonoExponential(input: VoxelCurvesInput): VoxelCurves {
  const geometry = commonGeometry(input.concentrations, input.afterAdministration);
  const times = new Set(input.afterAdministration).size;
  if (times < 2) throw new GraywiseError('GW_TOO_FEW_TIME_POINTS', { where: 'the voxels', found: times });
  const slowest = Math.LN2 / input.physicalHalfLife;
  const fastest = Math.max(slowest, input.fastestRatePerSecond ?? fastestRate(slowest));
  const points = new VoxelPoints(input);
  const curve = new Float64Array(points.count);
  const curves = curvesWithoutActivity(geometry, [slowest]);
  const { sumOfSquares, timeIntegratedBqSPerMl } = curves;
  const [{ amplitudeBqPerMl, ratePerSecond }] = curves.terms as [VoxelTerm];
  for (let voxel = 0; voxel < sumOfSquares.length; voxel++) {
    if (!points.load(voxel)) continue;
    const rate = clearanceRate(points, slowest, fastest);
    points.decay(rate, curve);
    const amplitude = amplitudeOf(curve, points);
    amplitudeBqPerMl[voxel] = amplitude;
    ratePerSecond[voxel] = rate;
    timeIntegratedBqSPerMl.data[voxel] = amplitude / rate;
    sumOfSquares[voxel] = squaredResiduals(curve, amplitude, points);
  }
  return curves;
}

/**
 * Newton's method for the root of the derivative of the sum of squares with respect to the rate, kept between two rates of opposite slope.
 *
 * With e = exp(-r t) / u, y = activity / u, P_n = sum of t^n e y, Q_n = sum of t^n e^2: a = P_0 / Q_0, half the first derivative is a (P_1 - a Q_1) and
 * half the second 2 a^2 Q_2 - a P_2 - (P_1 - 2 a Q_1)^2 / Q_0.
 */
function clearanceRate(points: VoxelPoints, slowest: number, fastest: number): number {
  const { count, seconds, scaled, inverseUncertainty } = points;
  let low = 0;
  let high = 2 * fastest;
  let rate = Math.min(fastest, Math.max(slowest, points.logLinearRate(0)));
  for (let step = 0; step < MOST_STEPS; step++) {
    let p0 = 0;
    let p1 = 0;
    let p2 = 0;
    let q0 = 0;
    let q1 = 0;
    let q2 = 0;
    for (let point = 0; point < count; point++) {
      const time = seconds[point] ?? 0;
      const curve = expOfMinus(rate * time) * (inverseUncertainty[point] ?? 0);
      const product = curve * (scaled[point] ?? 0);
      const square = curve * curve;
      p0 += product;
      p1 += product * time;
      p2 += product * time * time;
      q0 += square;
      q1 += square * time;
      q2 += square * time * time;
    }
    const amplitude = p0 / q0;
    const slope = p1 - amplitude * q1;
    const curvature = 2 * amplitude * q2 - p2 - (slope - amplitude * q1) ** 2 / p0;
    if (slope > 0) high = rate;
    else low = rate;
    const newton = rate - slope / curvature;
    const next = curvature > 0 && newton > low && newton < high ? newton : (low + high) / 2;
    const previous = rate;
    rate = Math.min(fastest, Math.max(slowest, next));
    if (Math.abs(rate - previous) <= LAST_STEP * rate) break;
  }
  return rate;
}

/** The best amplitude of a curve of one, both in units of the uncertainties. */
function amplitudeOf(curve: Float64Array, { count, scaled }: VoxelPoints): number {
  let product = 0;
  let square = 0;
  for (let point = 0; point < count; point++) {
    const value = curve[point] ?? 0;
    product += value * (scaled[point] ?? 0);
    square += value * value;
  }
  return Math.max(0, product / square);
}

function squaredResiduals(curve: Float64Array, amplitude: number, { count, scaled }: VoxelPoints): number {
  let sum = 0;
  for (let point = 0; point < count; point++) {
    const residual = (scaled[point] ?? 0) - amplitude * (curve[point] ?? 0);
    sum += residual * residual;
  }
  return sum;
}
