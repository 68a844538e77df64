import { cos } from './cos.js';

/** Nodes and weights of a Gaussian quadrature on [-1, 1]. */
export interface Quadrature {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/**
 * The Gauss-Legendre quadrature of `count` nodes, exact for polynomials of degree 2 count - 1. Nodes ascend.
 *
 * Newton's method on the Legendre polynomial from the estimate cos(pi (i + 3/4) / (n + 1/2)); Abramowitz and Stegun 25.4.29.
 */
export function gaussLegendre(count: number): Quadrature {
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let i = count - 1; i >= 0; i--) {
    let x = cos((Math.PI * (i + 0.75)) / (count + 0.5));
    for (let iteration = 0; iteration < 6; iteration++) {
      const { value, slope } = legendre(count, x);
      x -= value / slope;
    }
    nodes.push(x);
    weights.push(2 / ((1 - x * x) * legendre(count, x).slope ** 2));
  }
  return { nodes, weights };
}

function legendre(degree: number, x: number): { readonly value: number; readonly slope: number } {
  let [previous, value] = [1, x];
  for (let n = 2; n <= degree; n++) [previous, value] = [value, ((2 * n - 1) * x * value - (n - 1) * previous) / n];
  return { value, slope: (degree * (x * value - previous)) / (x * x - 1) };
}
