import { GraywiseError } from '../errors/GraywiseError.js';
import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import { activityAt } from './activityAt.js';
import { choleskyFactor } from './choleskyFactor.js';
import { fastestRate } from './curveModels.js';
import { parameterGradient, termsOfParameters, type CurveParameter, type CurveTerm, type TermDerivatives } from './curveParameters.js';
import { descend, residualSlopes, type Residuals } from './descend.js';
import { invertSymmetric } from './invertSymmetric.js';

/** What is known of a curve's parameters before it is measured: lognormal, possibly correlated. Parameters that it does not name are free. */
export interface ParameterPrior {
  readonly parameters: readonly CurveParameter[];
  /** Bq or 1/s; rates with the physical decay. */
  readonly medians: readonly number[];
  /** Covariance of the logarithms, row by row. */
  readonly covariance: readonly number[];
}

export interface PosteriorInput {
  /** Activity (Bq) at times (s), each with its standard uncertainty (Bq). */
  readonly samples: readonly { readonly seconds: number; readonly activity: number; readonly scatter: number }[];
  /** The curve: one exponential, or uptake and clearance. */
  readonly model: 'mono-exponential' | 'uptake and clearance';
  /** Names every rate of the model. */
  readonly prior: ParameterPrior;
  /** Decay constant, 1/s: no rate lies below. */
  readonly physicalRate: number;
}

/** The most probable curve and what is then known of it. */
export interface PosteriorCurve {
  readonly terms: readonly CurveTerm[];
  readonly parameters: readonly CurveParameter[];
  readonly values: readonly number[];
  /** Of the logarithms: (J^T S^-1 J + W^-1)^-1, row by row; a rate held at physical decay has none. */
  readonly covariance: readonly number[];
  /** Squared residuals of the points and of the prior, each over its variance. */
  readonly chiSquare: number;
  /** d(quantity) / d(activity of sample i), and d(quantity) by each independent standard deviation of the prior. */
  readonly sensitivities: (derivatives: TermDerivatives) => { readonly samples: readonly number[]; readonly prior: readonly number[] };
}

const MODELS = {
  'mono-exponential': { parameters: ['amplitude', 'clearance rate'], terms: 1 },
  'uptake and clearance': { parameters: ['amplitude', 'clearance rate', 'uptake rate'], terms: 2 },
} as const satisfies Record<PosteriorInput['model'], unknown>;

/**
 * The maximum a posteriori: least of sum ((A - f) / s)^2 + (ln p - ln p0)^T W^-1 (ln p - ln p0), with posterior covariance (J^T S^-1 J + W^-1)^-1 of the
 * logarithms (rule T16). Descents start from the prior's median and from two deviations either side of its clearance rate.
 *
 * Sheiner and Beal 1982, J Pharm Sci 71, 1344; for radionuclide therapy Hardiansyah et al. 2023, EJNMMI Physics 10. Throws GW_USAGE for a prior whose
 * covariance is none.
 */
export function posteriorCurve({ samples, model, prior, physicalRate }: PosteriorInput): PosteriorCurve {
  const { terms: count } = MODELS[model];
  const parameters: readonly CurveParameter[] = MODELS[model].parameters;
  const factor = choleskyFactor(prior.covariance, prior.parameters.length);
  if (!factor) throw new GraywiseError('GW_USAGE', { expected: 'a positive definite covariance of the prior', found: 'another' });
  const isRate = parameters.map(parameter => parameter.endsWith('rate'));
  const [lowest, highest] = [log(physicalRate), log(fastestRate(physicalRate))];
  const curveOf = (logs: readonly number[]): CurveTerm[] => termsOfParameters(parameters, logs.map(exp), count);
  const solve = (wanted: readonly number[]): Residuals => {
    const logs = wanted.map((value, index) => (isRate[index] ? Math.min(highest, Math.max(lowest, value)) : value));
    const terms = curveOf(logs);
    const points = samples.map(({ seconds, activity, scatter }) => (activity - activityAt({ terms }, seconds)) / scatter);
    const offsets = prior.parameters.map((parameter, index) => (logs[parameters.indexOf(parameter)] ?? 0) - log(prior.medians[index] ?? 1));
    const residuals = [...points, ...forwardSolve(factor, offsets)];
    return { logs, residuals, chiSquare: residuals.reduce((sum, residual) => sum + residual * residual, 0) };
  };
  const best = startsOf({ samples, model, prior, physicalRate }, parameters, count)
    .map(start => descend(solve, solve(start)))
    .reduce((least, found) => (found.chiSquare < least.chiSquare ? found : least));
  const free = parameters.flatMap((_, index) => (isRate[index] && (best.logs[index] ?? 0) - lowest < 1e-9 ? [] : [index]));
  const slopes = residualSlopes(solve, best.logs);
  const covariance = covarianceOf(slopes, free, parameters.length);
  const terms = curveOf(best.logs);
  const values = best.logs.map(exp);
  const sensitivities: PosteriorCurve['sensitivities'] = derivatives => {
    const gradient = parameterGradient(terms, parameters, derivatives).map((slope, index) => slope * (values[index] ?? 0));
    const direction = parameters.map((_, a) =>
      gradient.reduce((sum, slope, b) => sum + slope * (covariance[b * parameters.length + a] ?? 0), 0),
    );
    const byResidual = best.residuals.map((_, row) => direction.reduce((sum, value, a) => sum - value * (slopes[a]?.[row] ?? 0), 0));
    return {
      samples: samples.map(({ scatter }, index) => (byResidual[index] ?? 0) / scatter),
      prior: byResidual.slice(samples.length).map(value => -value),
    };
  };
  return { terms, parameters, values, covariance, chiSquare: best.chiSquare, sensitivities };
}

/** L^-1 v. */
function forwardSolve(lower: readonly number[], vector: readonly number[]): number[] {
  const solved: number[] = [];
  vector.forEach((value, row) => {
    const known = solved.reduce((sum, found, column) => sum + found * (lower[row * vector.length + column] ?? 0), 0);
    solved.push((value - known) / (lower[row * vector.length + row] ?? 1));
  });
  return solved;
}

/** Logarithms to start from; an amplitude without a prior is the one that fits best. */
function startsOf({ samples, prior }: PosteriorInput, parameters: readonly CurveParameter[], count: number): number[][] {
  const clearance = prior.parameters.indexOf('clearance rate');
  const deviation = Math.sqrt(prior.covariance[clearance * (prior.parameters.length + 1)] ?? 0);
  return [0, -2, 2].map(shift => {
    const logs = parameters.map(parameter => {
      const index = prior.parameters.indexOf(parameter);
      return index < 0 ? 0 : log(prior.medians[index] ?? 1) + (parameter === 'clearance rate' ? shift * deviation : 0);
    });
    if (prior.parameters.includes('amplitude')) return logs;
    const terms = termsOfParameters(parameters, logs.map(exp), count);
    let [product, square] = [0, 0];
    for (const { seconds, activity, scatter } of samples) {
      const unit = activityAt({ terms }, seconds) / scatter;
      product += (unit * activity) / scatter;
      square += unit * unit;
    }
    return parameters.map((parameter, index) => (parameter === 'amplitude' ? log(Math.max(product / square, 1e-30)) : (logs[index] ?? 0)));
  });
}

/** (J^T J)^-1 over the free parameters, with zeros for the others. */
function covarianceOf(slopes: readonly (readonly number[])[], free: readonly number[], size: number): number[] {
  const normal = free.flatMap(a => free.map(b => (slopes[a] ?? []).reduce((sum, value, row) => sum + value * (slopes[b]?.[row] ?? 0), 0)));
  const inverse = invertSymmetric(normal, free.length);
  const full = new Array<number>(size * size).fill(0);
  if (!inverse) throw new GraywiseError('GW_FIT_FAILED', { where: 'the curve', found: 'points and prior do not decide it' });
  free.forEach((a, row) =>
    free.forEach((b, column) => {
      full[a * size + b] = inverse[row * free.length + column] ?? 0;
    }),
  );
  return full;
}
