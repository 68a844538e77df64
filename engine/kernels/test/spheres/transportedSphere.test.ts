import { photonsInBall, transportedSphere } from '@graywise/kernels';
import { nuclidePointKernel, sourceSpectrum, sphereSelfDose, type SourceSpectrum } from '@graywise/physics';

const sphere = { radiusCm: 0.6143, medium: 'soft-tissue', densityGPerMl: 1.03, surroundings: 'same', scattering: 'mott' } as const; // 1 g
let [yttrium, iodine]: SourceSpectrum[] = [];
const loaded = (spectrum: SourceSpectrum | undefined): SourceSpectrum => {
  if (!spectrum) throw new Error('not loaded');
  return spectrum;
};
beforeAll(async () => {
  [yttrium, iodine] = await Promise.all([sourceSpectrum('Y-90', 'parent alone'), sourceSpectrum('I-131', 'parent alone')]);
});

describe('D7: balls by transport', () => {
  it('D7: in their own medium as by the point kernel, which was made with finer steps and other random numbers', async () => {
    const spectrum = loaded(yttrium);
    const byKernel = sphereSelfDose(await nuclidePointKernel(spectrum, 'soft-tissue', 1.03), sphere.radiusCm);
    const transported = await transportedSphere({ ...sphere, spectrum });
    // statistics 0.1 % here, 0.1 % of the table
    expect(Math.abs(transported.electronMev / byKernel.electronMev - 1)).toBeLessThan(0.004);
  });
  it('D7: nothing comes back from a vacuum: electrons 1.5 % less in 1 g of Y-90', async () => {
    const spectrum = loaded(yttrium);
    const same = await transportedSphere({ ...sphere, spectrum });
    const vacuum = await transportedSphere({ ...sphere, spectrum, surroundings: 'vacuum' });
    expect(1 - vacuum.electronMev / same.electronMev).toBeGreaterThan(0.011);
    expect(1 - vacuum.electronMev / same.electronMev).toBeLessThan(0.02);
  });
  it('D7: photons of a small ball in a vacuum are nearly all primary: mu_en times the mean chord', async () => {
    const spectrum = loaded(iodine);
    const radiusCm = 0.2;
    const absorbedMev = await photonsInBall({ spectrum, radiusCm, medium: 'soft-tissue', densityGPerMl: 1.03 });
    // the mean way from a random point of a ball to its surface is 3 R / 4; mu_en / rho of soft tissue is 0.0316 to 0.0327 cm2/g from 0.28 to 0.64 MeV (NIST)
    const expected = 0.032 * 1.03 * 0.75 * radiusCm * spectrum.photonEnergyMev;
    // X-rays of Xe at 30 keV, 1 % of the energy, are absorbed five times as well; scattering inside adds about 1 %
    expect(absorbedMev / expected).toBeGreaterThan(0.98);
    expect(absorbedMev / expected).toBeLessThan(1.1);
  });
});
