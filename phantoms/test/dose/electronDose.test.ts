import { electronBands, ELECTRON_SETTINGS, electronTables, simulateElectronsInSphere, spectrumTable } from '@graywise/kernels';
import { nuclidePointKernel, referenceMaterial, sourceSpectrum } from '@graywise/physics';
import type { AnatomyPart, SourceRegion } from '../../src/anatomy/anatomyPart.js';
import { electronDose } from '../../src/dose/electronDose.js';
import { interfacesOf } from '../../src/dose/interfacesOf.js';
import { meanElectronWay } from '../../src/dose/meanElectronWay.js';
import { convexBody, type Vector } from '../../src/geometry/convexBody.js';
import { turnedAxes } from '../../src/geometry/turnedAxes.js';

const part = (kind: 'ellipsoid' | 'cylinder' | 'box', source: SourceRegion | null, half: Vector): AnatomyPart => ({
  body: convexBody(kind, { centre: [3, -4, 5], half, axes: turnedAxes([12, -20, 35]) }),
  tissue: 'liver',
  source,
});

describe('interfaces', () => {
  // A prolate spheroid of half axes a, a, c: S = 2 pi a^2 (1 + c / (a e) asin e), e^2 = 1 - a^2 / c^2.
  const eccentricity = Math.sqrt(1 - (20 / 50) ** 2);
  const spheroid = (3 / (40 * 5)) * 10 * (1 + (50 / (20 * eccentricity)) * Math.asin(eccentricity)) * 0.5;
  it.each([
    ['ball', part('ellipsoid', 'liver', [20, 20, 20]), (10 * 3) / (4 * 20)],
    ['spheroid', part('ellipsoid', 'liver', [20, 20, 50]), spheroid],
    ['cylinder', part('cylinder', 'liver', [20, 20, 30]), (10 / 4) * (2 / 20 + 1 / 30)],
    ['box', part('box', 'liver', [10, 20, 30]), (10 / 4) * (1 / 10 + 1 / 20 + 1 / 30)],
  ])('of a %s are a quarter of its exact surface over its volume', (_name, body, exact) => {
    const [found] = interfacesOf('liver', [body], 100000);
    // three standard deviations of counting; the edges and curvature that a step of 1 mm cuts off are 0.5 % of these bodies.
    expect(Math.abs(found!.perCm / exact - 1)).toBeLessThan((3 * found!.uncertaintyPerCm) / found!.perCm + 0.005);
  });

  it('are told by neighbour, and are the same area from both sides', () => {
    const parts = [
      part('ellipsoid', null, [80, 80, 80]),
      part('ellipsoid', 'liver', [30, 30, 30]),
      part('ellipsoid', 'lesion-1', [12, 12, 12]),
    ];
    const [ofLiver, ofLesion] = [interfacesOf('liver', parts, 100000), interfacesOf('lesion-1', parts, 100000)];
    expect(ofLiver.map(({ neighbour }) => neighbour).sort()).toEqual(['lesion-1', 'remainder']);
    expect(ofLesion.map(({ neighbour }) => neighbour)).toEqual(['liver']);
    const inner = ofLiver.find(({ neighbour }) => neighbour === 'lesion-1')!;
    const [volumeOfLiver, volumeOfLesion] = [30 ** 3 - 12 ** 3, 12 ** 3];
    const [there, back] = [inner.perCm * volumeOfLiver, ofLesion[0]!.perCm * volumeOfLesion];
    const deviation = Math.hypot(inner.uncertaintyPerCm * volumeOfLiver, ofLesion[0]!.uncertaintyPerCm * volumeOfLesion);
    expect(Math.abs(there - back)).toBeLessThan(3 * deviation);
  });
});

describe('electrons across surfaces', () => {
  const evenly = { region: 'liver', densityGPerMl: 1.04, energyPerDecayJ: 2.37e-14, meanWayGPerCm2: 0.025 } as const;
  const interfaces = interfacesOf('liver', [part('ellipsoid', 'liver', [20, 20, 20])], 20000);

  it('cancel where the surroundings have the same decays per mass', () => {
    const { localGy, doseGy } = electronDose({ ...evenly, interfaces, decaysPerKg: () => 1e12 });
    expect(doseGy).toBe(localGy);
  });

  it('take from one what they bring to the other', () => {
    const parts = [part('ellipsoid', 'liver', [30, 30, 30]), part('ellipsoid', 'lesion-1', [12, 12, 12])];
    const change = (region: SourceRegion, neighbour: SourceRegion, decaysPerKg: (place: string) => number): number => {
      const shared = interfacesOf(region, parts, 100000).filter(found => found.neighbour === neighbour);
      const { localGy, doseGy } = electronDose({ ...evenly, region, interfaces: shared, decaysPerKg });
      return doseGy - localGy;
    };
    const decaysPerKg = (place: string): number => (place === 'lesion-1' ? 5e12 : 1e12);
    const lost = change('lesion-1', 'liver', decaysPerKg) * 12 ** 3;
    const gained = change('liver', 'lesion-1', decaysPerKg) * (30 ** 3 - 12 ** 3);
    // energy is dose times volume here; counted areas agree to 3 % (tested above)
    expect(Math.abs(gained / -lost - 1)).toBeLessThan(0.05);
  });

  it.each([0.5, 0.9, 1.5])('leave a ball of %p cm as transported electrons of Lu-177 do', async radiusCm => {
    const spectrum = await sourceSpectrum('Lu-177', 'parent alone');
    const medium = referenceMaterial('soft-tissue');
    const transported = await simulateElectronsInSphere({
      medium: await electronTables(medium, ELECTRON_SETTINGS),
      spectrum: spectrumTable(electronBands(spectrum.betaSpectra, spectrum.electronLines), energyMev => energyMev),
      radiusGPerCm2: radiusCm * medium.densityGPerMl,
      surroundings: 'same',
      seed: 5,
      histories: 60000,
    });
    const half: Vector = [10 * radiusCm, 10 * radiusCm, 10 * radiusCm];
    const { localGy, doseGy, uncertaintyGy } = electronDose({
      region: 'liver',
      densityGPerMl: medium.densityGPerMl,
      interfaces: interfacesOf('liver', [part('ellipsoid', 'liver', half)], 100000),
      decaysPerKg: place => Number(place === 'liver'),
      energyPerDecayJ: 1,
      meanWayGPerCm2: meanElectronWay(await nuclidePointKernel(spectrum, 'soft-tissue', 1)),
    });
    // The phantom counts bremsstrahlung where it starts. Three standard deviations, and 3 % of what leaves: second order, the spread of two
    // computations of one kernel.
    const stays = transported.absorbedShare + transported.radiatedShare;
    const allowed = 3 * Math.hypot(transported.uncertainty, uncertaintyGy / localGy) + 0.03 * (1 - stays);
    expect(Math.abs(doseGy / localGy - stays)).toBeLessThan(allowed);
  });
});
