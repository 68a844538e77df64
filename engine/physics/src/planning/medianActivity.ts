import { exp } from '../numerics/exp.js';
import { becquerel, type Becquerel } from '../quantities/quantity.js';
import type { CourseBound } from './courseBound.js';
import { activityOfEffect } from './activityOfEffect.js';

/**
 * The activity of each of `cycles` coming cycles whose medians just meet the bound (rule P3); zero when the cycles so far have met it.
 *
 * A = (L - sum D) / (n g) in absorbed dose; d + f d^2 = (L - sum BED) / n, A = d / g in BED; with a trend the later cycles count by it. A limit per cycle
 * bounds the cycle of the highest dose per activity. The least of several lesions needs what the neediest needs.
 */
export function medianActivity(bound: CourseBound, cycles: number): Becquerel {
  const parts = bound.regions.map(region => {
    const delivered = (bound.inBed ? region.deliveredBed : region.delivered)?.value ?? NaN;
    const effect = bound.inBed ? (region.effectPerGray ?? NaN) : 0;
    const factors = Array.from({ length: cycles }, (_, index) => exp(region.trend * index));
    const perGray = region.perActivity.value;
    if (bound.per === 'cycle') return { delivered: 0, linear: perGray * Math.max(...factors), square: effect * (perGray * Math.max(...factors)) ** 2 };
    const linear = perGray * factors.reduce((sum, factor) => sum + factor, 0);
    const square = effect * perGray * perGray * factors.reduce((sum, factor) => sum + factor * factor, 0);
    return { delivered, linear, square };
  });
  if (bound.combine === 'mean') {
    const mean = (of: (part: (typeof parts)[number]) => number): number => parts.reduce((sum, part) => sum + of(part), 0) / parts.length;
    const rest = bound.value - mean(({ delivered }) => delivered);
    return positive(activityOfEffect(rest, mean(({ linear }) => linear), mean(({ square }) => square)));
  }
  return positive(Math.max(...parts.map(({ delivered, linear, square }) => activityOfEffect(bound.value - delivered, linear, square))));
}

function positive(activity: number): Becquerel {
  return becquerel(Math.max(0, activity));
}
