import { GraywiseError } from '../errors/GraywiseError.js';
import type { Contribution, Estimate } from './estimate.js';

/** What may be said of an estimate beside its value and contributions. Left out: infinitely many degrees of freedom, normal. */
export interface EstimateOptions {
  readonly degreesOfFreedom?: number | null;
  readonly distribution?: 'normal' | 'lognormal';
}

/**
 * A value with the standard uncertainty that its contributions add up to (JCGM 100:2008, 5.1 and 5.2).
 *
 * Contributions of the same key are the same random variable and add as signed numbers; different keys are independent and add in quadrature.
 * The result lists each key once, under the source it was first named with.
 *
 * For a lognormal estimate the value is the median, and u / value is the standard deviation of its logarithm; so products and quotients of
 * lognormal estimates are exact to first order and beyond.
 *
 * Throws GW_NOT_FINITE when the value, a contribution or the degrees of freedom are not finite numbers, GW_NEGATIVE when a lognormal value is below zero.
 */
export function makeEstimate<Q extends number>(
  value: Q,
  contributions: readonly Contribution[],
  options: EstimateOptions = {},
): Estimate<Q> {
  const distribution = options.distribution ?? 'normal';
  const degreesOfFreedom = options.degreesOfFreedom ?? null;
  assertFinite(value);
  if (degreesOfFreedom !== null) assertFinite(degreesOfFreedom);
  if (distribution === 'lognormal' && value < 0) throw new GraywiseError('GW_NEGATIVE', { unit: 'a lognormal estimate', found: value });
  const merged = mergeByKey(contributions);
  const standardUncertainty = Math.hypot(...merged.map(contribution => contribution.standardUncertainty));
  return { value, standardUncertainty, degreesOfFreedom, distribution, contributions: merged };
}

function mergeByKey(contributions: readonly Contribution[]): Contribution[] {
  const byKey = new Map<string, Contribution>();
  for (const contribution of contributions) {
    assertFinite(contribution.standardUncertainty);
    const earlier = byKey.get(contribution.key);
    const total = (earlier?.standardUncertainty ?? 0) + contribution.standardUncertainty;
    byKey.set(contribution.key, { ...(earlier ?? contribution), standardUncertainty: total });
  }
  return [...byKey.values()];
}

function assertFinite(value: number): void {
  if (!Number.isFinite(value)) throw new GraywiseError('GW_NOT_FINITE', { unit: 'an estimate', found: value });
}
