import type { CellSums } from './cellSums.js';
import { dotProduct } from './dotProduct.js';
import type { ShiftEffect } from './recoveredActivity.js';

export const NO_SHIFT: ShiftEffect = { lossPerMm2: 0, slopePerMm: 0, curvaturePerMm2: 0 };

/**
 * How an activity, the sum of `weights` times what the image shows in the cells, changes as the image is shifted: slopes g and second derivatives h along the axes
 * from shifts by a voxel to either side.
 *
 * A normal shift x of variance L^2 / 3 along each axis changes it by the sum of g x + h x^2 / 2: on the average by L^2 / 6 sum h, with the variance
 * L^2 / 3 sum g^2 + L^4 / 18 sum h^2 (the variance of x^2 is twice the square of that of x).
 */
export function shiftEffect(
  { sums, shifted }: CellSums,
  weights: readonly number[],
  spacingMm: readonly [number, number, number],
  millilitres: number,
): ShiftEffect {
  if (shifted.length === 0) return NO_SHIFT;
  const here = dotProduct(weights, sums);
  const changes = shifted.map(moved => millilitres * (dotProduct(weights, moved) - here));
  const slopes = spacingMm.map((spacing, axis) => ((changes[2 * axis] ?? NaN) - (changes[2 * axis + 1] ?? NaN)) / (2 * spacing));
  const curvatures = spacingMm.map((spacing, axis) => ((changes[2 * axis] ?? NaN) + (changes[2 * axis + 1] ?? NaN)) / (spacing * spacing));
  return {
    lossPerMm2: -curvatures.reduce((sum, curvature) => sum + curvature, 0) / 6,
    slopePerMm: Math.hypot(...slopes) / Math.sqrt(3),
    curvaturePerMm2: Math.hypot(...curvatures) / Math.sqrt(18),
  };
}
