import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import type { Contribution, Estimate } from '../quantities/estimate.js';
import { interval95 } from '../quantities/interval95.js';
import type { Gray, Kilogram } from '../quantities/quantity.js';
import { seededNormals } from './seededNormals.js';

/** The value of one random variable of the budget in a trial: how many standard deviations it is off. */
export type Draw = (key: string) => number;

/** The time-integrated activity of a region, or of one side of a pair, as a function of the random variables. */
export interface SampledIntegral {
  /** Bq s in a trial, anew from calibration to fit; null where a trial has no solution. */
  readonly under: (draw: Draw) => number | null;
  /** What the fit adds that is no random variable of a scan: drawn as it is stated, Bq s. */
  readonly added: readonly Contribution[];
}

/** A dose whose budget is to be checked: D = sum of integrals times energy over mass, times factors that are one but for their uncertainty. */
export interface SampledDose {
  readonly name: string;
  readonly dose: Estimate<Gray>;
  readonly integrals: readonly SampledIntegral[];
  readonly mass: Estimate<Kilogram>;
  /** Shares of the dose that are neither activity nor mass, relative to it: the dose engine, histories. */
  readonly factors: readonly Contribution[];
}

/** A propagated budget beside a sampled one. Doses in Gy. */
export interface BudgetCheck {
  readonly name: string;
  readonly samples: number;
  readonly seed: number;
  /** Trials without a solution. */
  readonly failed: number;
  readonly propagated: { readonly value: number; readonly standardUncertainty: number; readonly interval95: readonly [number, number] };
  readonly sampled: {
    readonly mean: number;
    readonly median: number;
    readonly standardDeviation: number;
    readonly interval95: readonly [number, number];
  };
  /** Spread of the samples over that propagated: of logarithms where the dose is lognormal. */
  readonly spreadRatio: number;
  /** Standard uncertainty of `spreadRatio` by the number of samples. */
  readonly spreadRatioUncertainty: number;
  readonly agrees: boolean;
  readonly explanation: string;
}

/** Samples whose spread is within this many of its own standard uncertainties of the propagated one agree with it. */
const AGREEMENT = 3;

/**
 * Checks a budget by Monte Carlo over the same model (JCGM 101:2008; rule U2): every random variable of the budget is drawn, activity, recovery, fit and dose are
 * worked out anew, and the distribution of the doses is set beside the propagated uncertainty. Volumes are drawn as lognormals, all else as normals.
 */
export function checkBudget({ name, dose, integrals, mass, factors }: SampledDose, samples: number, seed: number): BudgetCheck {
  const normals = new Map<string, (position: number) => number>();
  const drawAt =
    (trial: number): Draw =>
    key => {
      let stream = normals.get(key);
      if (!stream) normals.set(key, (stream = seededNormals(seed, key)));
      return stream(trial);
    };
  const expected = integralOf(integrals, () => 0) ?? NaN;
  const doses: number[] = [];
  for (let trial = 0; trial < samples; trial++) {
    const draw = drawAt(trial);
    const integral = integralOf(integrals, draw);
    if (integral === null || !(integral > 0)) continue;
    const heavier = exp(mass.contributions.reduce((sum, share) => sum + (share.standardUncertainty / mass.value) * draw(share.key), 0));
    const factor = factors.reduce((product, share) => product * (1 + share.standardUncertainty * draw(share.key)), 1);
    doses.push((dose.value * (integral / expected) * factor) / heavier);
  }
  return compared(name, dose, doses, samples, seed);
}

function integralOf(integrals: readonly SampledIntegral[], draw: Draw): number | null {
  let sum = 0;
  for (const { under, added } of integrals) {
    const integral = under(draw);
    if (integral === null) return null;
    sum += integral + added.reduce((extra, share) => extra + share.standardUncertainty * draw(share.key), 0);
  }
  return sum;
}

function compared(name: string, dose: Estimate<Gray>, doses: readonly number[], samples: number, seed: number): BudgetCheck {
  const sorted = doses.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
  const lognormal = dose.distribution === 'lognormal';
  const spread = lognormal ? deviation(doses.map(log)) : deviation(doses);
  const stated = lognormal ? dose.standardUncertainty / dose.value : dose.standardUncertainty;
  const spreadRatio = spread / stated;
  const spreadRatioUncertainty = 1 / Math.sqrt(2 * (doses.length - 1));
  const [low, high] = interval95(dose);
  const agrees = Math.abs(spreadRatio - 1) <= AGREEMENT * spreadRatioUncertainty;
  return {
    name,
    samples,
    seed,
    failed: samples - doses.length,
    propagated: { value: dose.value, standardUncertainty: dose.standardUncertainty, interval95: [low, high] },
    sampled: { mean: mean(doses), median: at(0.5), standardDeviation: deviation(doses), interval95: [at(0.025), at(0.975)] },
    spreadRatio,
    spreadRatioUncertainty,
    agrees,
    explanation: explained(agrees, spreadRatio, spreadRatioUncertainty),
  };
}

function explained(agrees: boolean, ratio: number, uncertainty: number): string {
  const found = `${(100 * Math.abs(ratio - 1)).toFixed(1)} % ${ratio > 1 ? 'wider' : 'narrower'}`;
  const counted = `${(100 * uncertainty).toFixed(1)} %`;
  return agrees
    ? `The samples spread as was propagated: ${found}, known to ${counted}.`
    : `The samples spread ${found} than was propagated (known to ${counted}): propagation is to first order, and over the range of the outline, the resolution or the fit the dose does not follow a straight line.`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
}
