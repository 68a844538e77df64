import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';

/**
 * Straight lines between points in the logarithms of both axes: a power law within each step, continued beyond the ends.
 *
 * `x` ascends; places must be above zero. Where a value is zero, the step beside it is linear. Exact at the points.
 */
export function interpolateLogLog(x: readonly number[], y: readonly number[]): (place: number) => number {
  const logX = x.map(log);
  const logY = y.map(log);
  return place => {
    const step = stepAt(x, place);
    const [x0 = NaN, x1 = NaN, y0 = NaN, y1 = NaN] = [x[step], x[step + 1], y[step], y[step + 1]];
    if (place === x0 || y0 === y1) return y0;
    if (place === x1) return y1;
    if (x0 <= 0 || y0 <= 0 || y1 <= 0) return Math.max(0, y0 + ((place - x0) / (x1 - x0)) * (y1 - y0));
    const [a = NaN, b = NaN, valueA = NaN, valueB = NaN] = [logX[step], logX[step + 1], logY[step], logY[step + 1]];
    return exp(valueA + ((log(place) - a) / (b - a)) * (valueB - valueA));
  };
}

/** The step of an ascending list that holds a place, the first or last for places beyond it. */
function stepAt(x: readonly number[], place: number): number {
  let low = 0;
  let high = x.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((x[middle] ?? NaN) <= place) low = middle;
    else high = middle;
  }
  return low;
}
