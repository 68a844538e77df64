import { exp } from '../numerics/exp.js';
import type { TermDerivatives } from './curveParameters.js';

/** Derivatives of A(t) = sum of a exp(-r t): exp(-r t) and -a t exp(-r t). */
export function activityDerivatives(seconds: number): TermDerivatives {
  return ({ amplitude, rate }) => {
    const decay = exp(-rate * seconds);
    return { amplitude: decay, rate: -amplitude * seconds * decay };
  };
}

/** Derivatives of the integral of A from zero to infinity, sum of a / r: 1 / r and -a / r^2. */
export const integralDerivatives: TermDerivatives = ({ amplitude, rate }) => ({ amplitude: 1 / rate, rate: -amplitude / (rate * rate) });

/** Derivatives of the effective half-life of the last phase, ln 2 / r of the slow term. */
export const halfLifeDerivatives: TermDerivatives = ({ rate }, index) => ({
  amplitude: 0,
  rate: index === 0 ? -Math.LN2 / (rate * rate) : 0,
});
