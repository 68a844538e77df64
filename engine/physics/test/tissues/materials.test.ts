import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import {
  densityCurve,
  elementsOf,
  energyGrid,
  materialsFromHounsfield,
  referenceMaterial,
  REFERENCE_MATERIALS,
  SCHNEIDER_DENSITY_CURVE,
  type Volume,
} from '@graywise/physics';
import { readJson } from '../support/readJson.js';

interface Composition {
  readonly from_HU: number;
  readonly percentByMass: Readonly<Record<string, number>>;
}

const ct = (...hounsfield: number[]): Volume<'HU'> => ({
  geometry: {
    size: [hounsfield.length, 1, 1],
    spacingMm: [1, 1, 1],
    originLps: [0, 0, 0],
    direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    frameOfReferenceUid: '1',
  },
  unit: 'HU',
  data: Float32Array.from(hounsfield),
});

describe('materials', () => {
  it('H5 the energy grid has 64 equal steps in each octave from 2^-10 to 2^4 MeV', () => {
    const grid = energyGrid();
    expect(grid).toHaveLength(897);
    expect([grid[0], grid[1], grid[64], grid[640], grid[672], grid[896]]).toEqual([2 ** -10, 2 ** -10 * (1 + 1 / 64), 2 ** -9, 1, 1.5, 16]);
    // The leading bits of an energy are its place, as the kernels read it: 11 bits of exponent and 6 of the mantissa.
    const bits = new DataView(new ArrayBuffer(8));
    grid.forEach((energy, index) => {
      bits.setFloat64(0, energy);
      expect((bits.getUint32(0) >>> 14) - ((1023 - 10) << 6)).toBe(index);
      expect(bits.getUint32(0) & 0x3fff).toBe(0);
      expect(bits.getUint32(4)).toBe(0);
    });
  });

  it('H6 the shares of a reference material add to one and its electrons per gram are those of NIST', () => {
    for (const name of REFERENCE_MATERIALS) {
      const elements = elementsOf(referenceMaterial(name));
      expect(elements.reduce((sum, { massFraction }) => sum + massFraction, 0)).toBeCloseTo(1, 5);
    }
    // Z/A of the NIST X-ray tables, five digits.
    for (const [name, electronsPerMass] of [
      ['water', 0.55508],
      ['soft-tissue', 0.54996],
      ['muscle', 0.55],
      ['adipose', 0.55579],
      ['bone', 0.51478],
      ['blood', 0.54999],
      ['air', 0.49919],
    ] as const) {
      const found = elementsOf(referenceMaterial(name)).reduce(
        (sum, { massFraction, z, atomicMass }) => sum + (massFraction * z) / atomicMass,
        0,
      );
      // Mass fractions of three digits, atomic masses of a later year.
      expect(Math.abs(found / electronsPerMass - 1)).toBeLessThan(2e-4);
    }
  });

  it('H6 elements without interaction data are a twentieth of a percent at most', () => {
    const data = readJson<{ name: string; massFractions: Record<string, number> }[]>('data/tissues/materials.json');
    for (const { name, massFractions } of data) {
      const known = elementsOf(referenceMaterial(name as 'water')).map(({ symbol }) => symbol as string);
      const lost = Object.entries(massFractions).reduce((sum, [symbol, share]) => (known.includes(symbol) ? sum : sum + share), 0);
      expect(lost).toBeLessThan(5e-4);
    }
  });

  it('H7 every voxel has the composition of its bin, with the bins of Schneider 2000', () => {
    const published = readJson<Composition[]>('data/schneider2000/compositions.json');
    const bins = published.filter(({ from_HU }) => from_HU < 1640);
    const { materialIndex, materials } = materialsFromHounsfield(
      ct(...bins.map(({ from_HU }) => from_HU), 1640, 9000, -3024, -950.5, 19, 18.9),
    );
    expect(materials).toHaveLength(bins.length + 1);
    bins.forEach(({ percentByMass }, index) => {
      expect(materialIndex[index]).toBe(index);
      for (const [symbol, percent] of Object.entries(percentByMass))
        expect((materials[index]?.massFractions as Record<string, number>)[symbol]).toBeCloseTo(percent / 100, 6);
    });
    expect([...materialIndex.slice(bins.length)]).toEqual([24, 24, 0, 0, 7, 6]);
    expect(materials[24]?.massFractions).toEqual({ Ti: 1 });
  });

  it('H7 the density of a bin is that of its middle on the curve in use; lung says what it is without air', () => {
    const { materials } = materialsFromHounsfield(ct(0));
    expect(materials[7]?.densityGPerMl).toBeCloseTo(1.0459, 3);
    expect(materials[1]?.densityWithoutAirGPerMl).toBe(1.05);
    expect(referenceMaterial('lung').densityWithoutAirGPerMl).toBe(1.05);
    const own = densityCurve([
      [-1000, 0.001],
      [1000, 2.001],
    ]);
    expect(materialsFromHounsfield(ct(0), own).materials[7]?.densityGPerMl).toBeCloseTo(1.0505, 9);
    expect(SCHNEIDER_DENSITY_CURVE).toEqual(densityCurve(null));
  });

  it('H3 a voxel that is no number is refused', () => {
    expect(() => materialsFromHounsfield(ct(0, NaN))).toThrow(expect.objectContaining({ code: 'GW_NOT_FINITE' }));
  });

  it('N5 the generated tables are what the data say', () => {
    execFileSync(process.execPath, [join(__dirname, '..', '..', 'tools', 'generateTissues.mjs'), '--check'], { stdio: 'pipe' });
  });
});
