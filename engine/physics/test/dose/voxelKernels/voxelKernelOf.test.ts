import { kernelSum, nuclidePointKernel, sourceSpectrum, voxelKernelOf, type RadialKernel } from '@graywise/physics';
import { readJson } from '../../support/readJson.js';
import { shellKernel } from '../../support/shellKernel.js';

describe('D6: the kernel of a voxel', () => {
  /** Chance that a random point of the unit cube, moved by r < 1 in a random direction, stays: the mean of (1 - |x|)(1 - |y|)(1 - |z|) over the sphere. */
  const staying = (r: number): number => 1 - 1.5 * r + (2 / Math.PI) * r * r - (r * r * r) / (4 * Math.PI);

  it('D6: the share that stays in a cubic voxel is that of the cube', () => {
    for (const r of [0.01, 0.3, 0.9]) {
      const kernel = voxelKernelOf({ kernel: shellKernel(0.3 * r, 0.3 * r + 1e-6), voxelMm: [3, 3, 3], halfSize: [2, 2, 2] });
      // 16 x 16 Gauss-Legendre nodes: better than 1e-5
      expect(Math.abs((kernel.absorbedMev[0] ?? 0) - staying(r + 0.5e-6 / 0.3))).toBeLessThan(2e-5);
    }
  });
  it('D6: no energy is lost or made, for voxels of any shape', () => {
    for (const voxelMm of [
      [3, 3, 3],
      [1, 2, 5],
      [4.8, 4.8, 2.5],
    ] as const) {
      for (const radiusCm of [0.02, 0.2, 0.9]) {
        const halfSize = voxelMm.map(side => Math.ceil((radiusCm * 10) / side) + 1) as [number, number, number];
        expect(kernelSum(voxelKernelOf({ kernel: shellKernel(radiusCm, radiusCm * 1.01), voxelMm, halfSize }))).toBeCloseTo(1, 12);
      }
    }
  });
  it('D6: what leaves a small kernel is missing, and nothing else', () => {
    const kernel = shellKernel(0.2, 0.4);
    const small = voxelKernelOf({ kernel, voxelMm: [2, 2, 2], halfSize: [1, 1, 1] });
    const large = voxelKernelOf({ kernel, voxelMm: [2, 2, 2], halfSize: [4, 4, 4] });
    for (const z of [0, 1])
      for (const y of [0, 1])
        for (const x of [0, 1]) expect(small.absorbedMev[x + 2 * y + 4 * z]).toBeCloseTo(large.absorbedMev[x + 5 * y + 25 * z] ?? 0, 14);
    expect(kernelSum(small)).toBeLessThan(0.9);
  });
  it('D6: axes of one length are alike', () => {
    const { absorbedMev } = voxelKernelOf({ kernel: shellKernel(0, 1), voxelMm: [2, 2, 2], halfSize: [3, 3, 3] });
    const value = (x: number, y: number, z: number): number => absorbedMev[x + 4 * y + 16 * z] ?? 0;
    // directions are spaced differently along z: the quadrature's own error
    expect(value(0, 0, 1) / value(1, 0, 0)).toBeCloseTo(1, 3);
    expect(value(1, 2, 3) / value(3, 1, 2)).toBeCloseTo(1, 2);
  });
  it('D6: far from the source a voxel holds its volume times the energy per volume', () => {
    const [inner, outer] = [2, 4];
    const { absorbedMev } = voxelKernelOf({ kernel: shellKernel(inner, outer), voxelMm: [2, 2, 4], halfSize: [20, 2, 2] });
    const expected = (0.2 * 0.2 * 0.4) / (outer - inner) / (4 * Math.PI * 3 * 3);
    // (voxel / distance)^2 / 6 of curvature of 1 / r^2: 0.3 %
    expect(absorbedMev[15]).toBeGreaterThan(expected * 0.995);
    expect(absorbedMev[15]).toBeLessThan(expected * 1.005);
  });
});

describe('D6: kernels of nuclides', () => {
  const kernelOf = async (nuclide: string, densityGPerMl: number): Promise<RadialKernel> =>
    nuclidePointKernel(await sourceSpectrum(nuclide, 'parent alone'), 'soft-tissue', densityGPerMl);
  const published = readJson<{ densityGPerMl: number; selfMgyPerMbqS: Record<string, number> }>('test/golden/mird17_voxel_self.json');

  it.each(Object.entries(published.selfMgyPerMbqS))(
    'D6: self-dose of a 3 mm voxel of %s as in MIRD pamphlet 17',
    async (nuclide, expected) => {
      const kernel = voxelKernelOf({ kernel: await kernelOf(nuclide, published.densityGPerMl), voxelMm: [3, 3, 3], halfSize: [1, 1, 1] });
      const massKg = 0.027e-3 * published.densityGPerMl;
      const selfMgy = (((kernel.absorbedMev[0] ?? 0) * 1.602176634e-13) / massKg) * 1e9;
      // Rutherford scattering of EGS4 keeps up to 3 % more of Y-90 in its voxel than Mott scattering with delta rays; 1 % for decay data and statistics
      expect(Math.abs(selfMgy / expected - 1)).toBeLessThan(0.04);
    },
  );
  it.each(['Lu-177', 'Y-90', 'I-131'])('D6: everything that %s emits is absorbed somewhere', async nuclide => {
    const { electronMev, bremsstrahlungMev, photonMev, emittedMev } = await kernelOf(nuclide, 1);
    const absorbed = (electronMev.at(-1) ?? 0) + (bremsstrahlungMev.at(-1) ?? 0) + (photonMev.at(-1) ?? 0);
    // the tables keep six digits
    expect(absorbed / (emittedMev.electron + emittedMev.photon)).toBeCloseTo(1, 4);
  });
  it('D6: a large kernel of Y-90 holds what is emitted to 0.1 %', async () => {
    const kernel = voxelKernelOf({ kernel: await kernelOf('Y-90', 1.04), voxelMm: [12, 12, 12], halfSize: [25, 25, 25] });
    expect(Math.abs(kernelSum(kernel) / kernel.emittedMev - 1)).toBeLessThan(0.001);
  });
});
