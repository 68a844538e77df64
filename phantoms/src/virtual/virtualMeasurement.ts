import {
  grayPerBecquerel,
  makeEstimate,
  type Contribution,
  type Estimate,
  type GrayPerBecquerel,
  type UncertaintySource,
} from '@graywise/physics';
import { randomSource } from '../random/randomSource.js';
import { normalDeviate } from './normalDeviate.js';

/** One source's relative standard uncertainty, and for how many doses it is one and the same error. */
export interface MeasurementShare {
  readonly source: UncertaintySource;
  readonly relative: number;
  readonly sharedBy: 'everything' | 'cycles of a region' | 'one cycle';
}

/**
 * A dose per activity as a verification would measure it: every source of the budget errs by a normal number of its own, in the logarithm. Sources that several doses
 * share err alike in them, and say so by their keys.
 */
export function virtualMeasurement(
  truth: number,
  shares: readonly MeasurementShare[],
  { seed, region, cycle }: { readonly seed: number; readonly region: string; readonly cycle: number },
): Estimate<GrayPerBecquerel> {
  const errors = shares.map((share): { readonly key: string; readonly deviate: number; readonly share: MeasurementShare } => {
    const key = `${share.source}${share.sharedBy === 'everything' ? '' : `:${region}`}${share.sharedBy === 'one cycle' ? `:${cycle}` : ''}`;
    return { key, deviate: normalDeviate(randomSource(seed, 'virtual measurement', key)), share };
  });
  const value = truth * Math.exp(errors.reduce((sum, { deviate, share }) => sum + deviate * share.relative, 0));
  const contributions = errors.map(({ key, share }): Contribution => ({
    source: share.source,
    key,
    standardUncertainty: value * share.relative,
  }));
  return makeEstimate(grayPerBecquerel(value), contributions, { distribution: 'lognormal' });
}
