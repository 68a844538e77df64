import { normalCumulative } from '../quantities/normalCumulative.js';
import { studentTQuantile } from '../quantities/studentTQuantile.js';

const STEP = 0.2;
const KNOTS = 34;
/** Above this many degrees of freedom Student's t and the normal distribution differ by less than the scenarios resolve. */
const AS_NORMAL = 200;

const tables = new Map<number, Float64Array>();

/**
 * Student's t at the probability of a standard normal deviate: how far a deviation of few degrees of freedom lies where a normal one lies at `deviate`.
 * From a table of exact values, interpolated by cubics; up to 6 standard deviations.
 */
export function studentDeviate(degreesOfFreedom: number | null): (deviate: number) => number {
  if (degreesOfFreedom === null || degreesOfFreedom > AS_NORMAL) return deviate => deviate;
  const table = tables.get(degreesOfFreedom) ?? tableOf(degreesOfFreedom);
  tables.set(degreesOfFreedom, table);
  return deviate => {
    const size = Math.min(Math.abs(deviate) / STEP, KNOTS - 4);
    // Knot 0 stands for -STEP, so that the cubic through four neighbours has one on its left.
    const knot = Math.floor(size);
    const x = size - knot;
    const [a, b, c, d] = [table[knot] ?? 0, table[knot + 1] ?? 0, table[knot + 2] ?? 0, table[knot + 3] ?? 0];
    const value =
      (-a * x * (x - 1) * (x - 2)) / 6 +
      (b * (x + 1) * (x - 1) * (x - 2)) / 2 -
      (c * (x + 1) * x * (x - 2)) / 2 +
      (d * (x + 1) * x * (x - 1)) / 6;
    return deviate < 0 ? -value : value;
  };
}

function tableOf(degreesOfFreedom: number): Float64Array {
  return Float64Array.from({ length: KNOTS }, (_, knot) => {
    const deviate = (knot - 1) * STEP;
    return deviate === 0 ? 0 : -Math.sign(deviate) * studentTQuantile(normalCumulative(-Math.abs(deviate)), degreesOfFreedom);
  });
}
