import { radialKernelOf, type PointKernelTables, type SourceSpectrum } from '@graywise/physics';

/** Every energy leaves its share evenly over its length: within r the share r / length, all at one length. */
const linear = [0, 0.5, 1];
const tables: PointKernelTables = {
  medium: 'water',
  electrons: {
    energiesMev: [0.01, 0.1, 1],
    csdaRangesGPerCm2: [0.01, 0.1, 1],
    scaledRadii: linear,
    absorbedShares: [linear, linear, [0, 0.4, 0.8]],
    photonEnergiesMev: [0.1],
    bremsstrahlungShares: [[0], [0], [0.2]],
  },
  photons: { energiesMev: [0.1, 1], attenuationsCm2PerG: [0.2, 0.1], scaledRadii: [0, 1, 2], absorbedShares: [linear, linear] },
};
const nothing = { energiesMev: [], yields: [] };
const source = (part: Partial<SourceSpectrum>): SourceSpectrum => ({
  nuclide: 'test',
  assumption: 'parent alone',
  chain: { parent: 'test', assumption: 'parent alone', members: [], leftOut: [], sentence: '' },
  betaSpectra: [],
  electronLines: nothing,
  photonLines: nothing,
  alphaLines: nothing,
  electronEnergyMev: 0,
  photonEnergyMev: 0,
  alphaEnergyMev: 0,
  ...part,
});
const at = (radiiCm: Float64Array, values: Float64Array, radiusCm: number): number => {
  const upper = radiiCm.findIndex(radius => radius >= radiusCm);
  const [low, high] = [radiiCm[upper - 1] ?? 0, radiiCm[upper] ?? 0];
  return (values[upper - 1] ?? 0) + ((radiusCm - low) / (high - low)) * ((values[upper] ?? 0) - (values[upper - 1] ?? 0));
};

describe('D5: the point kernel of a nuclide', () => {
  it('D5: a line between two entries has the length of the power law between them, whatever the density', () => {
    const line = source({ electronLines: { energiesMev: [0.03], yields: [2] } });
    for (const density of [0.26, 1, 1.92]) {
      const kernel = radialKernelOf(line, tables, density);
      // range proportional to energy in this table: 0.03 g/cm2; the kernel is linear, so that interpolation is exact to rounding
      expect(at(kernel.radiiCm, kernel.electronMev, 0.015 / density)).toBeCloseTo(2 * 0.03 * 0.5, 12);
      expect(kernel.electronMev.at(-1)).toBeCloseTo(0.06, 12);
    }
  });
  it('D5: what electrons radiate is absorbed as photons of its energies', () => {
    const kernel = radialKernelOf(source({ electronLines: { energiesMev: [1], yields: [1] } }), tables, 1);
    expect(kernel.electronMev.at(-1)).toBeCloseTo(0.8, 12);
    // photons of 0.1 MeV: half within one mean free path of 5 cm
    expect(at(kernel.radiiCm, kernel.bremsstrahlungMev, 5)).toBeCloseTo(0.2 * 0.5, 12);
    expect(kernel.bremsstrahlungMev.at(-1)).toBeCloseTo(0.2, 12);
  });
  it('D5: a beta spectrum keeps its energy, a triangle 1/3 of its end', () => {
    const kernel = radialKernelOf(source({ betaSpectra: [{ energiesMev: [0, 0.09], perMev: [2 / 0.09, 0] }] }), tables, 1);
    expect(kernel.electronMev.at(-1)).toBeCloseTo(0.03, 12);
  });
  it('D5: photon lines are absorbed over their mean free paths, alphas stay', () => {
    const kernel = radialKernelOf(source({ photonLines: { energiesMev: [1], yields: [0.5] }, alphaEnergyMev: 5 }), tables, 2);
    expect(at(kernel.radiiCm, kernel.photonMev, 5)).toBeCloseTo(0.25, 12);
    expect(kernel.alphaMev).toBe(5);
  });
  it('D5: never falls with the radius, whatever rounding makes of the tables', () => {
    const falling = [0, 1, 1 - 1e-12];
    const uneven = { ...tables, electrons: { ...tables.electrons, absorbedShares: [falling, falling, falling] } };
    const { electronMev } = radialKernelOf(source({ electronLines: { energiesMev: [0.03], yields: [1] } }), uneven, 1);
    expect(electronMev.every((energy, index) => energy >= (electronMev[index - 1] ?? 0))).toBe(true);
  });
});
