import type { Second } from '../quantities/quantity.js';
import { combineEstimates } from '../quantities/combineEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { uncorrectedShift } from '../quantities/uncorrectedShift.js';
import type { CurvePoint, SingleScanBasis } from '../record/cycleVerification.js';
import type { EarlyPhase } from './earlyPhase.js';
import { halfLifeDerivatives, integralDerivatives } from './curveDerivatives.js';
import type { TermDerivatives } from './curveParameters.js';
import { curveWarnings } from './curveWarnings.js';
import type { TimeActivityResult } from './fitTimeActivity.js';
import { integrateCurve } from './integrateCurve.js';
import { scatterRatio } from './modelEstimate.js';
import { posteriorCurve, type PosteriorCurve } from './posteriorCurve.js';
import { truncatedLogNormal } from './truncatedLogNormal.js';
import { unseenPhase } from './unseenPhase.js';
import { weightedSamples, type WeightedSample } from './weightedSamples.js';

export interface PriorFitInput {
  readonly points: readonly CurvePoint[];
  readonly physicalHalfLife: Second;
  readonly basis: SingleScanBasis;
  readonly earlyPhase: EarlyPhase | null;
  readonly where: string;
  readonly key: string;
}

/**
 * One exponential from few points and a half-life that is known before (rule T16): the maximum a posteriori with a lognormal prior on the clearance rate.
 *
 * What the points and the half-life bring keeps its keys; `fit` holds repeatability, what points and prior scatter beyond their uncertainties, and how an
 * unseen phase deviates from what is expected of it (rule T6). The integral is lognormal, as its parameters are. Throws GW_FIT_FAILED where points and prior decide nothing.
 */
export function fitWithPrior({ points, physicalHalfLife, basis, earlyPhase, where, key }: PriorFitInput): TimeActivityResult {
  const samples = weightedSamples(points);
  const physicalRate = Math.LN2 / physicalHalfLife;
  const { halfLife } = basis;
  const spread = halfLife.standardUncertainty / halfLife.value;
  const median = truncatedLogNormal(halfLife.value, spread, physicalHalfLife).median;
  const prior = { parameters: ['clearance rate'], medians: [Math.LN2 / median], covariance: [spread * spread] } as const;
  const curve = posteriorCurve({ samples, model: 'mono-exponential', prior, physicalRate });
  const { terms, parameters, values, covariance } = curve;
  const ratio = scatterRatio(curve.chiSquare, samples.length + 1 - parameters.length);
  const estimate = <Q extends number>(value: Q, derivatives: TermDerivatives): Estimate<Q> =>
    posteriorEstimate(value, derivatives, { curve, samples, halfLife, ratio, earlyPhase, key });
  const timeIntegratedActivity = estimate(integrateCurve({ terms }), integralDerivatives);
  const rate = values[1] ?? physicalRate;
  const isHeld = rate <= physicalRate * (1 + 1e-9);
  const fit = {
    model: 'maximum a posteriori',
    terms,
    parameterNames: parameters,
    covariance: covariance.map(
      (value, index) => value * ratio * (values[Math.floor(index / values.length)] ?? 0) * (values[index % values.length] ?? 0),
    ),
    residualSumOfSquares: curve.chiSquare,
    tail: isHeld ? 'physical decay' : 'population half-life',
    extrapolatedFraction: integrateCurve({ terms }, samples.at(-1)?.seconds ?? 0) / integrateCurve({ terms }),
    reason: `The most probable curve of ${String(samples.length)} scans and an effective half-life known before: ${basis.source}.`,
    singleScan: basis,
  } as const;
  return {
    fit,
    timeIntegratedActivity,
    effectiveHalfLife: estimate((Math.LN2 / rate) as Second, halfLifeDerivatives),
    warnings: curveWarnings({ points, fit, isFloorOfFit: isHeld, timeIntegratedActivity, scatterRatio: ratio, where }),
  };
}

interface Posterior {
  readonly curve: PosteriorCurve;
  readonly samples: readonly WeightedSample[];
  readonly halfLife: Estimate<Second>;
  readonly ratio: number;
  readonly earlyPhase: EarlyPhase | null;
  readonly key: string;
}

function posteriorEstimate<Q extends number>(
  value: Q,
  derivatives: TermDerivatives,
  { curve, samples, halfLife, ratio, earlyPhase, key }: Posterior,
): Estimate<Q> {
  const sensitivities = curve.sensitivities(derivatives);
  const seconds = samples.map(sample => sample.seconds);
  const scattered = samples.map(({ scatter }, index) => scatter * (sensitivities.samples[index] ?? 0));
  const unseen = unseenPhase({ derivatives, terms: curve.terms, seconds, sensitivities: sensitivities.samples, earlyPhase });
  const own = Math.hypot(
    ...samples.map(({ repeatability }, index) => repeatability * (sensitivities.samples[index] ?? 0)),
    Math.sqrt(ratio - 1) * Math.hypot(...scattered, ...sensitivities.prior),
    unseen.deviation,
  );
  const measured = samples.flatMap(({ contributions }, index) =>
    contributions.map(share => ({ ...share, standardUncertainty: share.standardUncertainty * (sensitivities.samples[index] ?? 0) })),
  );
  const fit = { source: 'fit', key: `fit:${key}`, standardUncertainty: own } as const;
  // A longer half-life is a slower rate.
  const perHalfLife = halfLife.standardUncertainty > 0 ? -(sensitivities.prior[0] ?? 0) / halfLife.standardUncertainty : 0;
  return combineEstimates(value, [
    { estimate: makeEstimate(value, [...measured, fit, ...uncorrectedShift(unseen.shift)], { distribution: 'lognormal' }), sensitivity: 1 },
    { estimate: halfLife, sensitivity: perHalfLife },
  ]);
}
