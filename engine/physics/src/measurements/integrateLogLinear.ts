import { GraywiseError } from '../errors/GraywiseError.js';
import { log } from '../numerics/log.js';
import { combineEstimates } from '../quantities/combineEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { becquerelSecond, second, type BecquerelSecond, type Second } from '../quantities/quantity.js';
import type { MeasuredPoint } from '../record/measurements.js';

/** The integral of a series of points to infinity, and what became of its end. */
export interface LogLinearIntegral {
  readonly timeIntegrated: Estimate<BecquerelSecond>;
  /** Of the tail. */
  readonly effectiveHalfLife: Estimate<Second>;
  readonly tail: 'fitted' | 'physical decay';
  /** Share of the integral after the last point, 0 to 1. */
  readonly extrapolatedFraction: number;
}

/** An integral with its slopes along the values of its two points. */
interface Piece {
  readonly area: number;
  readonly slopes: readonly [number, number];
}

/** Below this the logarithm of a ratio loses more digits than the straight line is wrong by. */
const NEARLY_EQUAL = 1e-4;

/**
 * The integral of activities by phases that are straight in the logarithm: sum of (A1 - A2) dt / ln(A1 / A2), and beyond the last point the exponential of the
 * last two (rule M6). A tail slower than physical decay decays physically. Where an activity is zero its pieces are straight lines.
 *
 * Source: whole-body dosimetry of 131I-mIBG, Buckley et al., J Nucl Med 50 (2009) 1518; Gear et al., EANM procedure for 131I-mIBG dosimetry.
 *
 * @param points - Bq in the order of time, the first at the start of the integral
 * @throws GW_TOO_FEW_TIME_POINTS for fewer than two points; GW_FIT_FAILED when the last two show no decay to follow and hold no activity
 */
export function integrateLogLinear(points: readonly MeasuredPoint[], physicalHalfLife: Second, where: string): LogLinearIntegral {
  const [beforeLast, last] = points.slice(-2);
  if (!beforeLast || !last) throw new GraywiseError('GW_TOO_FEW_TIME_POINTS', { where, found: points.length });
  const slopes = points.map(() => 0);
  let area = 0;
  const add = (first: number, piece: Piece): void => {
    area += piece.area;
    piece.slopes.forEach((slope, offset) => (slopes[first + offset] = (slopes[first + offset] ?? 0) + slope));
  };
  points.slice(1).forEach((point, index) => {
    const before = points[index] ?? point;
    add(index, phase(before.value.value, point.value.value, point.afterAdministration - before.afterAdministration));
  });
  const { piece, ...tail } = tailOf(beforeLast, last, physicalHalfLife);
  add(points.length - 2, piece);
  if (area <= 0) throw new GraywiseError('GW_FIT_FAILED', { where, found: 'no measurement shows activity' });
  return {
    timeIntegrated: combineEstimates(
      becquerelSecond(area),
      points.map(({ value }, index) => ({ estimate: value, sensitivity: slopes[index] ?? 0 })),
    ),
    ...tail,
    extrapolatedFraction: piece.area / area,
  };
}

/** Between two points: (a - b) t / ln(a / b); t (a + b) / 2 where they are equal or one is zero. */
function phase(a: number, b: number, seconds: number): Piece {
  const ratio = a > 0 && b > 0 ? log(a / b) : 0;
  if (Math.abs(ratio) < NEARLY_EQUAL) return { area: (seconds * (a + b)) / 2, slopes: [seconds / 2, seconds / 2] };
  const mean = (a - b) / ratio;
  return { area: seconds * mean, slopes: [(seconds * (1 - mean / a)) / ratio, (seconds * (mean / b - 1)) / ratio] };
}

/** After the last point: its activity over the rate of the last two, never slower than physical decay. */
function tailOf(
  before: MeasuredPoint,
  last: MeasuredPoint,
  physicalHalfLife: Second,
): Omit<LogLinearIntegral, 'timeIntegrated' | 'extrapolatedFraction'> & { piece: Piece } {
  const seconds = last.afterAdministration - before.afterAdministration;
  const [a, b] = [before.value.value, last.value.value];
  const ratio = a > 0 && b > 0 ? log(a / b) : 0;
  const physicalRate = Math.LN2 / physicalHalfLife;
  if (ratio / seconds <= physicalRate) {
    const piece: Piece = { area: b / physicalRate, slopes: [0, 1 / physicalRate] };
    return { piece, tail: 'physical decay', effectiveHalfLife: combineEstimates(physicalHalfLife, []) };
  }
  const meanLife = seconds / ratio;
  const halfLife = second(Math.LN2 * meanLife);
  return {
    piece: { area: b * meanLife, slopes: [(-b * meanLife) / (ratio * a), meanLife + meanLife / ratio] },
    tail: 'fitted',
    effectiveHalfLife: combineEstimates(halfLife, [
      { estimate: before.value, sensitivity: (-1 * halfLife) / (ratio * a) },
      { estimate: last.value, sensitivity: halfLife / (ratio * b) },
    ]),
  };
}
