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

/** Of normal shifts of variance length^2 / 3 along each axis. */
const meanChange = (lengthMm: number): number => CURVATURES.reduce((sum, h) => sum + (h * lengthMm ** 2) / 6, 0);

const alongAxis = (axis: number, x: number): number[] => [0, 1, 2].map(other => (other === axis ? x : 0));
/** What is seen when the image lies `off` (mm) along the axes. */
const cellsSeen = (off: readonly number[]): CellSums => {
  const seen = (shift: readonly number[]): Float64Array => Float64Array.of(activityAt(shift.map((x, axis) => x + (off[axis] ?? 0))));
  return {
    sums: seen([0, 0, 0]),
    shifted: [0, 1, 2].flatMap(axis => [-1, 1].map(side => seen(alongAxis(axis, side * (SPACING[axis] ?? NaN))))),
  } as unknown as CellSums;
};

describe('C16: a scan that lies off', () => {
  it.each([0.5, 2, 4])(
    '%d mm: mean and, on the average over where it lies, variance are those of an exact quadrature over normal shifts',
    lengthMm => {
      // Gauss-Hermite with three nodes along each axis is exact for the fourth powers in the variance.
      const node = (lengthMm / Math.sqrt(3)) * Math.sqrt(3);
      const nodes = [
        { x: -node, p: 1 / 6 },
        { x: 0, p: 2 / 3 },
        { x: node, p: 1 / 6 },
      ];
      let [mean, square, stated] = [0, 0, 0];
      for (const a of nodes)
        for (const b of nodes)
          for (const c of nodes) {
            const off = [a.x, b.x, c.x];
            const change = activityAt(off) - AT_REST;
            const effect = shiftEffect(cellsSeen(off), [1], SPACING, 1);
            mean += a.p * b.p * c.p * change;
            square += a.p * b.p * c.p * change ** 2;
            stated += a.p * b.p * c.p * spreadByShift(effect, lengthMm) ** 2;
            expect(-effect.lossPerMm2 * lengthMm ** 2).toBeCloseTo(meanChange(lengthMm), 12);
          }
      expect(mean).toBeCloseTo(meanChange(lengthMm), 12);
      expect(stated).toBeCloseTo(square - mean ** 2, 12);
    },
  );
  it('an outline that lies aside as well: its slopes are not those of the registration', () => {
    const effect = { lossPerMm2: 0, slopePerMm: 0.5, curvaturePerMm2: 0.05 };
    // slopes squared less 2 (0.05)^2 (2^2 + 3^2), and the curvature
    expect(spreadByShift(effect, 2, 3)).toBeCloseTo(2 * Math.sqrt(0.25 - 0.005 * 13 + 0.01), 12);
  });
  it('sits on a summit: what is seen of slopes is the shift itself, and curvatures alone are left', () => {
    const effect = { lossPerMm2: 0, slopePerMm: 0.1, curvaturePerMm2: 0.2 };
    expect(spreadByShift(effect, 2)).toBeCloseTo(0.8, 12);
  });
  it('was not asked for: nothing', () => {
    expect(spreadByShift(shiftEffect({ ...cellsSeen([0, 0, 0]), shifted: [] }, [1], SPACING, 1), 3)).toBe(0);
  });
});
