import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronStoppingPowers, referenceMaterial, type Material } from '@graywise/physics';
import { onEnergyGrid } from '../support/onEnergyGrid.js';

interface EstarRow {
  readonly energyMev: number;
  readonly collision: number;
  readonly radiative: number;
  readonly range: number;
}

/** NIST ESTAR to 10 MeV. */
const estar = (id: string): EstarRow[] =>
  readFileSync(join(__dirname, '..', '..', 'data', 'nist-estar', 'estar.csv'), 'utf8')
    .split('\n')
    .map(line => line.split(','))
    .filter(([name, , , , , energy]) => name === id && Number(energy) <= 10)
    .map(([, , , , , energy, collision, radiative, , range]) => ({
      energyMev: Number(energy),
      collision: Number(collision),
      radiative: Number(radiative),
      range: Number(range),
    }));

const PMMA: Material = { name: 'PMMA', densityGPerMl: 1.19, massFractions: { H: 0.080538, C: 0.599848, O: 0.319614 }, source: 'NIST STAR' };
const ALANINE: Material = {
  name: 'alanine',
  densityGPerMl: 1.41,
  massFractions: { H: 0.0791899, C: 0.404439, N: 0.157213, O: 0.359159 },
  source: 'NIST STAR',
};
const withoutOwnExcitation = ({ meanExcitationEnergyEv: _left, ...material }: Material): Material => material;

/** The largest relative difference to ESTAR, from an energy on. */
async function worst(material: Material, id: string, kind: 'collision' | 'radiative' | 'range', fromMev = 0): Promise<number> {
  const found = await electronStoppingPowers(material);
  const table = kind === 'range' ? found.csdaRange : found[kind];
  return Math.max(
    ...estar(id)
      .filter(({ energyMev }) => energyMev >= fromMev)
      .map(row => Math.abs(onEnergyGrid(table, row.energyMev) / row[kind] - 1)),
  );
}

describe('electron stopping powers', () => {
  it('H12 collision stopping powers of water, air, PMMA and alanine are those of ESTAR with its mean excitation energies', async () => {
    // Four digits in ESTAR: 5e-4 at most; the binding energies of its oscillators are of another edition.
    expect(await worst(referenceMaterial('water'), 'water.liquid', 'collision')).toBeLessThan(6e-4);
    expect(await worst(referenceMaterial('air'), 'air.dry', 'collision')).toBeLessThan(6e-4);
    expect(await worst({ ...PMMA, meanExcitationEnergyEv: 74 }, 'pmma', 'collision')).toBeLessThan(6e-4);
    expect(await worst({ ...ALANINE, meanExcitationEnergyEv: 71.9 }, 'alanine', 'collision')).toBeLessThan(6e-4);
  });

  it('H12 with the mean excitation energies of the elements, as for tissues, water is within 0.1 % and PMMA and alanine within 0.9 %', async () => {
    // Water has 75.3 eV by its elements and 75.0 by measurement; PMMA, whose measured 74 eV the rule misses by 6 %, is the worst that ICRU 37 knows.
    expect(await worst(withoutOwnExcitation(referenceMaterial('water')), 'water.liquid', 'collision')).toBeLessThan(1e-3);
    expect(await worst(PMMA, 'pmma', 'collision')).toBeLessThan(9e-3);
    expect(await worst(ALANINE, 'alanine', 'collision')).toBeLessThan(9e-3);
  });

  it('H13 radiative stopping powers add from those of the elements to those of compounds', async () => {
    for (const [material, id] of [
      [referenceMaterial('water'), 'water.liquid'],
      [referenceMaterial('air'), 'air.dry'],
      [PMMA, 'pmma'],
    ] as const)
      // Four digits on both sides, and one wrong last digit in ESTAR at 0.7 MeV.
      expect(await worst(material, id, 'radiative')).toBeLessThan(1e-3);
  });

  it('H14 ranges are those of ESTAR from 50 keV on; below, the path of the last keV is added in another way, 2e-6 g/cm2', async () => {
    expect(await worst(referenceMaterial('water'), 'water.liquid', 'range', 0.05)).toBeLessThan(5e-4);
    expect(await worst(referenceMaterial('air'), 'air.dry', 'range', 0.05)).toBeLessThan(5e-4);
    const { csdaRange } = await electronStoppingPowers(referenceMaterial('water'));
    for (const { energyMev, range } of estar('water.liquid').filter(row => row.energyMev < 0.05))
      expect(Math.abs(onEnergyGrid(csdaRange, energyMev) - range)).toBeLessThan(2e-6);
  });

  it('H14 a range is the integral of the inverse stopping power', async () => {
    const { energiesMev, collision, radiative, csdaRange } = await electronStoppingPowers(referenceMaterial('bone'));
    const inverse = energiesMev.map((_energy, index) => 1 / ((collision[index] ?? NaN) + (radiative[index] ?? NaN)));
    let trapezoids = csdaRange[0] ?? NaN;
    for (let index = 1; index < energiesMev.length; index++)
      trapezoids +=
        (((energiesMev[index] ?? NaN) - (energiesMev[index - 1] ?? NaN)) * ((inverse[index] ?? NaN) + (inverse[index - 1] ?? NaN))) / 2;
    // Steps of 0.8 to 1.6 % in energy.
    expect((csdaRange.at(-1) ?? NaN) / trapezoids).toBeCloseTo(1, 4);
  });

  it('H12 below 12.5 keV stopping powers go on to rise, for every tissue', async () => {
    for (const name of ['water', 'soft-tissue', 'bone', 'lung', 'adipose', 'stylized-skeleton'] as const) {
      const { collision } = await electronStoppingPowers(referenceMaterial(name));
      for (let index = 1; index < 64 * 4; index++) expect(collision[index]).toBeLessThan(collision[index - 1] ?? NaN);
    }
  });

  it('H12 the density effect is that of the tissue, whatever air the lung holds', async () => {
    const lung = referenceMaterial('lung');
    const inflated = await electronStoppingPowers(lung);
    const dense = await electronStoppingPowers({ ...lung, densityGPerMl: 1.05 });
    expect(inflated.collision).toEqual(dense.collision);
  });
});
