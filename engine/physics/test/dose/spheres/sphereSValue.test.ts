import { nuclidePointKernel, sourceSpectrum, sphereSelfDose, sphereSValue, type RadialKernel } from '@graywise/physics';
import { readJson } from '../../support/readJson.js';

const kernelOf = async (nuclide: string): Promise<RadialKernel> =>
  nuclidePointKernel(await sourceSpectrum(nuclide, 'parent alone'), 'soft-tissue', 1.03);
const radiusCm = (massG: number): number => Math.cbrt((3 * massG) / (4 * Math.PI * 1.03));

describe('D7: S-values of spheres', () => {
  const published = readJson<{ massG: number[]; sGyPerBqS: number[] }>('test/golden/sphere_s_values.json');

  it('D7: Lu-177 in soft tissue as published', async () => {
    const kernel = await kernelOf('Lu-177');
    published.massG.forEach((massG, index) => {
      const { sGyPerBqS, massG: mass } = sphereSValue(kernel, radiusCm(massG));
      expect(mass).toBeCloseTo(massG, 9);
      // the demand; three published digits are up to 0.5 % by themselves
      expect(Math.abs(sGyPerBqS / (published.sGyPerBqS[index] ?? 0) - 1)).toBeLessThan(0.01);
    });
  });
  it.each(['Lu-177', 'Y-90', 'I-131', 'Tb-161', 'Ho-166', 'Sm-153', 'Re-188', 'Cu-67'])(
    'D7: %s from 2 to 120 mm: the larger the ball, the more it keeps and the lower its dose',
    async nuclide => {
      const kernel = await kernelOf(nuclide);
      let [before, kept] = [Infinity, 0];
      for (let diameterMm = 2; diameterMm <= 120; diameterMm += 2) {
        const { sGyPerBqS, massG, electronPart, bremsstrahlungPart, photonPart, alphaPart } = sphereSValue(kernel, diameterMm / 20);
        expect(sGyPerBqS).toBeGreaterThan(0);
        expect(sGyPerBqS).toBeLessThan(before);
        expect(sGyPerBqS * massG).toBeGreaterThan(kept);
        expect(electronPart + bremsstrahlungPart + photonPart + alphaPart).toBeCloseTo(sGyPerBqS, 20);
        [before, kept] = [sGyPerBqS, sGyPerBqS * massG];
      }
      // never more than is emitted
      const emittedJoule = (kernel.emittedMev.electron + kernel.emittedMev.photon) * 1.602176634e-13;
      expect(kept).toBeLessThan(emittedJoule * 1000);
    },
  );
  // A program without code in common: continuous slowing down, screened Rutherford scattering, nothing radiated, 20,000 histories (docs/validation/spheres-and-kernels.md).
  it.each([
    ['Lu-177', 0.824, 0.963, 0.992],
    ['Y-90', 0.173, 0.647, 0.907],
    ['I-131', 0.737, 0.945, 0.985],
    ['Tb-161', 0.843, 0.965, 0.988],
    ['Ho-166', 0.287, 0.752, 0.938],
    ['Sm-153', 0.714, 0.94, 0.984],
    ['Re-188', 0.237, 0.722, 0.928],
    ['Cu-67', 0.839, 0.967, 0.991],
  ])(
    "D7: %s: what 2, 10 and 40 mm keep of the electrons' energy, as by a simpler calculation of another kind",
    async (nuclide, ...simpler) => {
      const kernel = await kernelOf(nuclide);
      [2, 10, 40].forEach((diameterMm, index) => {
        const share = sphereSelfDose(kernel, diameterMm / 20).electronMev / kernel.emittedMev.electron;
        // Mott instead of Rutherford scattering keeps up to 1.8 % less, what is radiated up to 0.7 %, straggling and delta rays 1 %; statistics 0.5 %
        expect(share / (simpler[index] ?? NaN)).toBeGreaterThan(0.96);
        expect(share / (simpler[index] ?? NaN)).toBeLessThan(1.01);
      });
    },
  );
  it('D7: alpha particles stay and stand apart', async () => {
    const { alphaPart, electronPart, massG } = sphereSValue(await kernelOf('At-211'), 1);
    // 42 % of its decays are alphas of 5.87 MeV with 0.11 MeV of recoil (ICRP 107)
    expect((alphaPart * massG) / 1000 / 1.602176634e-13 / (0.418 * 5.98)).toBeCloseTo(1, 2);
    expect(electronPart).toBeLessThan(alphaPart / 50);
  });
});
