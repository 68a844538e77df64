import * as fc from 'fast-check';
import { densityAtHounsfield, densityCurve, densityFromHounsfield, SCHNEIDER_DENSITY_CURVE, type Volume } from '@graywise/physics';
import { readJson } from '../support/readJson.js';

type Curve = [number, number][];
const data = readJson<{ published: Curve; monotone: Curve }>('data/schneider2000/densityCurve.json');

describe('CT number to density', () => {
  it('H1 the curve in the source is the mended one of the data, which differs from the published one by the point at 100 HU alone', () => {
    expect(SCHNEIDER_DENSITY_CURVE).toEqual(data.monotone);
    expect(data.published.filter(([hounsfield]) => hounsfield !== 100)).toEqual(data.monotone);
    // What is left between 23 and 101 HU is the bone line of the paper, 1.017 + 0.592e-3 HU, to 0.001 g/mL.
    for (const hounsfield of [23, 50, 80, 101])
      expect(Math.abs(densityAtHounsfield(hounsfield, SCHNEIDER_DENSITY_CURVE) - 1.017 - 0.592e-3 * hounsfield)).toBeLessThan(1e-3);
  });

  it('H2 density never falls with the CT number and is constant beyond the curve', () => {
    const hounsfield = fc.double({ min: -4000, max: 5000, noNaN: true });
    fc.assert(
      fc.property(hounsfield, hounsfield, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(densityAtHounsfield(low, SCHNEIDER_DENSITY_CURVE)).toBeLessThanOrEqual(densityAtHounsfield(high, SCHNEIDER_DENSITY_CURVE));
      }),
    );
    expect(densityAtHounsfield(-3024, SCHNEIDER_DENSITY_CURVE)).toBe(0.00121);
    expect(densityAtHounsfield(9000, SCHNEIDER_DENSITY_CURVE)).toBe(2.8);
  });

  it('H2 soft tissues are within 2 % of ICRU 44', () => {
    // Unenhanced CT numbers of organs as usually read, densities of ICRU report 44.
    for (const [hounsfield, density] of [
      [40, 1.05],
      [55, 1.06],
      [50, 1.05],
      [-98, 0.95],
    ] as const) {
      expect(Math.abs(densityAtHounsfield(hounsfield, SCHNEIDER_DENSITY_CURVE) / density - 1)).toBeLessThan(hounsfield < 0 ? 0.03 : 0.02);
    }
  });

  it('H3 a whole CT is turned voxel by voxel, and a voxel that is no number is refused', () => {
    const geometry = {
      size: [3, 1, 1],
      spacingMm: [1, 1, 1],
      originLps: [0, 0, 0],
      direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
      frameOfReferenceUid: '1',
    } as const;
    const ct: Volume<'HU'> = { geometry, unit: 'HU', data: Float32Array.of(-1000, 14, 850.5) };
    const density = densityFromHounsfield(ct);
    expect(density.unit).toBe('g/mL');
    // The middle of 101 and 1600 HU lies in the middle of their densities; float32.
    expect(density.data[2]).toBeCloseTo((1.0762 + 1.9642) / 2, 6);
    expect(density.data[1]).toBeCloseTo(1.03, 6);
    expect(() => densityFromHounsfield({ ...ct, data: Float32Array.of(0, NaN, 0) })).toThrow(
      expect.objectContaining({ code: 'GW_NOT_FINITE' }),
    );
  });

  it("H4 takes a centre's own curve, and refuses one that is none", () => {
    expect(densityCurve(null)).toBe(SCHNEIDER_DENSITY_CURVE);
    expect(
      densityAtHounsfield(
        0,
        densityCurve([
          [-1000, 0.001],
          [1000, 2.001],
        ]),
      ),
    ).toBeCloseTo(1.001, 12);
    expect(densityCurve(data.published)).toHaveLength(9);
    for (const bad of [
      [],
      [[0, 1]],
      [
        [0, 1],
        [0, 1.1],
      ],
      [
        [10, 1],
        [0, 1.1],
      ],
      [
        [0, 0],
        [1, 1],
      ],
      [
        [0, 1],
        [1, NaN],
      ],
      [
        [NaN, 1],
        [1, 1],
      ],
    ] as Curve[]) {
      expect(() => densityCurve(bad)).toThrow(expect.objectContaining({ code: 'GW_FACTS_INVALID' }));
    }
  });
});
