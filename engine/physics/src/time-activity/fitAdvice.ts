import type { CurvePoint, TimeActivityFit } from '../record/cycleVerification.js';
import { activityAt } from './activityAt.js';
import { parameterValue, type CurveParameter } from './curveParameters.js';
import { runsProbability } from './runsProbability.js';

/** Thresholds of Kletting et al. 2013, Med Phys 40, 102504, as recalled. Suggested; the centre must confirm. */
const LEAST_DETERMINATION = 0.8;
const LARGEST_VARIATION = 0.5;
const LARGEST_CORRELATION = 0.8;
/** As few runs as this unlikely of chance are a pattern. */
const LEAST_PROBABILITY = 0.05;
/** A best model with less weight than this has rivals. */
const CLEAR_WEIGHT = 0.9;

/**
 * What a person should look at in a fitted curve, one sentence each (rule T13): how much of the variation it explains, how well the points decide its
 * parameters, which of these trade against each other, whether residuals come in runs, and which models rival it. Advice, never a refusal.
 */
export function fitAdvice(fit: TimeActivityFit, points: readonly CurvePoint[]): string[] {
  return [...determination(fit, points), ...variations(fit), ...correlations(fit), ...runs(fit, points), ...rivals(fit)];
}

/** Coefficient of determination: one less the residual over the total sum of squares. */
function determination(fit: TimeActivityFit, points: readonly CurvePoint[]): string[] {
  const mean = points.reduce((sum, { activity }) => sum + activity.value, 0) / points.length;
  const total = points.reduce((sum, { activity }) => sum + (activity.value - mean) ** 2, 0);
  const left = points.reduce(
    (sum, { activity, afterAdministration }) => sum + (activity.value - activityAt(fit, afterAdministration)) ** 2,
    0,
  );
  const share = 1 - left / total;
  if (!(share < LEAST_DETERMINATION)) return [];
  return [
    `The curve explains ${percent(Math.max(0, share))} of the variation of the points, less than 80 %: look for a scan that does not fit.`,
  ];
}

function variations(fit: TimeActivityFit): string[] {
  return fit.parameterNames.flatMap((name, index) => {
    const variation = deviation(fit, index) / Math.abs(parameterValue(fit.terms, name as CurveParameter));
    if (!(variation > LARGEST_VARIATION)) return [];
    return [`The ${name} is uncertain by ${percent(variation)}, more than 50 %: the scans hardly decide it.`];
  });
}

function correlations(fit: TimeActivityFit): string[] {
  const names = fit.parameterNames;
  const pairs = names.flatMap((first, a) =>
    names.slice(a + 1).flatMap((second, offset) => {
      const b = a + 1 + offset;
      const correlation = (fit.covariance[a * names.length + b] ?? 0) / (deviation(fit, a) * deviation(fit, b));
      return Math.abs(correlation) > LARGEST_CORRELATION ? [`${first} and ${second} (${correlation.toFixed(2)})`] : [];
    }),
  );
  if (pairs.length === 0) return [];
  return [`Correlated by more than 0.8, so that they trade against each other: ${pairs.join(', ')}.`];
}

function runs(fit: TimeActivityFit, points: readonly CurvePoint[]): string[] {
  const above = [...points]
    .sort((a, b) => a.afterAdministration - b.afterAdministration)
    .map(({ activity, afterAdministration }) => activity.value > activityAt(fit, afterAdministration));
  const count = above.filter((side, index) => index === 0 || side !== above[index - 1]).length;
  const higher = above.filter(Boolean).length;
  if (runsProbability(count, higher, above.length - higher) >= LEAST_PROBABILITY) return [];
  return [
    `The points lie above and below the curve in ${String(count)} runs, fewer than chance makes: the curve has another shape than they.`,
  ];
}

function rivals({ models = [] }: TimeActivityFit): string[] {
  const [best, ...others] = [...models].sort((a, b) => b.weight - a.weight);
  if (!best || best.weight >= CLEAR_WEIGHT) return [];
  const told = others.filter(({ weight }) => weight >= 1 - CLEAR_WEIGHT);
  const named = [best, ...told].map(({ title, weight, timeIntegratedActivity }) => {
    const difference = 100 * (timeIntegratedActivity / best.timeIntegratedActivity - 1);
    return `${title} ${percent(weight)}${difference === 0 ? '' : ` (integral ${difference > 0 ? '+' : ''}${difference.toFixed(1)} %)`}`;
  });
  return [`No model is clearly the best; weights: ${named.join(', ')}.`];
}

function deviation({ covariance, parameterNames }: TimeActivityFit, index: number): number {
  return Math.sqrt(covariance[index * (parameterNames.length + 1)] ?? 0);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
