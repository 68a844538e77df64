import { sphereSelfDose } from '@graywise/physics';
import { shellKernel } from '../../support/shellKernel.js';

describe('D7: a ball that absorbs its own emissions', () => {
  it('D7: a shell of one radius stays with the chance of a point pair of the ball', () => {
    for (const r of [0.1, 1, 1.9]) {
      const { electronMev } = sphereSelfDose(shellKernel(r - 1e-7, r + 1e-7), 1);
      expect(electronMev).toBeCloseTo(1 - (3 * r) / 4 + r ** 3 / 16, 7);
    }
  });
  it('D7: nothing of what lies further than the diameter', () => {
    expect(sphereSelfDose(shellKernel(2, 3), 1).electronMev).toBe(0);
  });
  it('D7: a kernel that crosses the diameter', () => {
    // the integral of P over 0 to 2, divided by the 4 over which the kernel is spread: (2 - 3/2 + 1/4) / 4
    expect(sphereSelfDose(shellKernel(0, 4), 1).electronMev).toBeCloseTo(0.75 / 4, 8);
  });
});
