import { becquerel, type Becquerel } from '../quantities/quantity.js';
import { activityOfEffect } from './activityOfEffect.js';
import type { CourseBound } from './courseBound.js';

/** Course effect at its medians: delivered + linear A + square A^2. */
interface MedianEffect {
  readonly delivered: number;
  readonly linear: number;
  readonly square: number;
}

/**
 * The activity of each of `cycles` coming cycles, from cycle `first` on, whose medians just meet the bound (rule P3); zero when the cycles so far have met
 * it.
 *
 * A = (L - sum D) / (n g) in absorbed dose; d + f d^2 = (L - sum BED) / n, A = d / g in BED; with a trend each cycle counts by its own g. A limit per cycle
 * bounds the cycle of the highest dose per activity. The least of several lesions needs what the neediest needs.
 */
export function medianActivity(bound: CourseBound, first: number, cycles: number): Becquerel {
  const parts = bound.regions.map((region): MedianEffect => {
    const effect = bound.inBed ? (region.effectPerGray ?? NaN) : 0;
    const doses = Array.from({ length: cycles }, (_, index) => region.perActivityIn(first + index).value);
    if (bound.per === 'cycle') {
      const largest = Math.max(...doses);
      return { delivered: 0, linear: largest, square: effect * largest * largest };
    }
    return {
      delivered: (bound.inBed ? region.deliveredBed : region.delivered)?.value ?? NaN,
      linear: doses.reduce((sum, dose) => sum + dose, 0),
      square: effect * doses.reduce((sum, dose) => sum + dose * dose, 0),
    };
  });
  if (bound.combine === 'mean') return meeting(bound.value, meanOf(parts));
  return becquerel(Math.max(...parts.map(part => meeting(bound.value, part))));
}

function meanOf(parts: readonly MedianEffect[]): MedianEffect {
  const mean = (of: (part: MedianEffect) => number): number => parts.reduce((sum, part) => sum + of(part), 0) / parts.length;
  return { delivered: mean(({ delivered }) => delivered), linear: mean(({ linear }) => linear), square: mean(({ square }) => square) };
}

function meeting(value: number, { delivered, linear, square }: MedianEffect): Becquerel {
  return becquerel(Math.max(0, activityOfEffect(value - delivered, linear, square)));
}
