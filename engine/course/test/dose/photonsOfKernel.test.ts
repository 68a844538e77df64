import { nuclideData } from '@graywise/physics';
import { photonsOfKernel } from '../../src/dose/photonsOfKernel.js';
import type { CurvedCycle, RegionCurve } from '../../src/index.js';

const nuclide = nuclideData('Lu-177');
const cycle = { nuclide } as unknown as CurvedCycle;

/** A region of 100 mL with 1e12 decays. */
const region = (densityGPerMl: number): RegionCurve =>
  ({ timeIntegratedActivity: { value: 1e12 }, volume: { value: 100 }, mass: { value: 0.1 * densityGPerMl } }) as unknown as RegionCurve;
const charged = 1e12 * nuclide.electronEnergyPerDecay;

describe('D14: what photons make uncertain in a dose by the kernel', () => {
  it('a tenth of their share in soft tissue, three tenths in bone', () => {
    expect(photonsOfKernel(cycle, region(1.04), charged / 0.96)).toBeCloseTo(0.004, 12);
    expect(photonsOfKernel(cycle, region(1.2), charged / 0.75)).toBeCloseTo(0.075, 12);
  });
  it('red marrow of the digital patient: of the size of what the kernel misses there (6.6 %)', () => {
    // Photons make 25.0 % of the true dose; the kernel finds 6.6 % less dose (docs/validation/dose-step.md).
    const found = 1 - 0.066;
    expect(photonsOfKernel(cycle, region(1.15), (charged * found) / 0.75)).toBeGreaterThan(0.055);
  });
  it('none where electrons leave more than photons bring, or nothing is absorbed', () => {
    expect(photonsOfKernel(cycle, region(1.2), 0.9 * charged)).toBe(0);
    expect(photonsOfKernel(cycle, region(1.2), 0)).toBe(0);
  });
});
