import { spreadByShift } from '@graywise/physics';
import type { CellSums } from '../../src/calibration/recovery/cellSums.js';
import { shiftEffect } from '../../src/calibration/recovery/shiftEffect.js';

const SPACING = [4, 4.4, 3] as const;
const SLOPES = [0.3, -0.1, 0.2];
const CURVATURES = [-0.05, -0.02, 0.01];
const AT_REST = 10;

/** An activity that is exactly quadratic in the shift (mm). */
const activityAt = (shift: readonly number[]): number =>
  shift.reduce((sum, x, axis) => sum + (SLOPES[axis] ?? 0) * x + ((CURVATURES[axis] ?? 0) * x * x) / 2, AT_REST);

const alongAxis = (axis: number, x: number): number[] => [0, 1, 2].map(other => (other === axis ? x : 0));
const cells = {
  sums: Float64Array.of(AT_REST),
  shifted: [0, 1, 2].flatMap(axis => [-1, 1].map(side => Float64Array.of(activityAt(alongAxis(axis, side * (SPACING[axis] ?? NaN)))))),
} as unknown as CellSums;

describe('C16: a scan that lies off', () => {
  it.each([0.5, 2, 6])('%d mm: mean and standard deviation are those of an exact quadrature over normal shifts', lengthMm => {
    // Gauss-Hermite with three nodes along each axis is exact for the fourth powers in the variance.
    const node = (lengthMm / Math.sqrt(3)) * Math.sqrt(3);
    const nodes = [
      { x: -node, p: 1 / 6 },
      { x: 0, p: 2 / 3 },
      { x: node, p: 1 / 6 },
    ];
    let [mean, square] = [0, 0];
    for (const a of nodes)
      for (const b of nodes)
        for (const c of nodes) {
          const change = activityAt([a.x, b.x, c.x]) - AT_REST;
          mean += a.p * b.p * c.p * change;
          square += a.p * b.p * c.p * change ** 2;
        }
    const effect = shiftEffect(cells, [1], SPACING, 1);
    expect(-effect.lossPerMm2 * lengthMm ** 2).toBeCloseTo(mean, 12);
    expect(spreadByShift(effect, lengthMm)).toBeCloseTo(Math.sqrt(square - mean ** 2), 12);
  });
  it('was not asked for: nothing', () => {
    expect(spreadByShift(shiftEffect({ ...cells, shifted: [] }, [1], SPACING, 1), 3)).toBe(0);
  });
});
