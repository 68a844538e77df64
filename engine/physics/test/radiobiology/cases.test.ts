import {
  addRbeWeightedDoses,
  biologicallyEffectiveDose,
  biologicallyEffectiveDoseMap,
  complicationProbability,
  cumulativeBiologicallyEffectiveDose,
  equivalentDoseIn2GyFractions,
  equivalentUniformDose,
  exactly,
  rbeUnit,
  fitVoxelsBiExponential,
  generalizedEquivalentUniformDose,
  gray,
  hours,
  interactionBetweenCycles,
  lethalInteraction,
  lethalInteractionMap,
  makeEstimate,
  rbeWeightedDose,
  second,
  tumourControlProbability,
  type Volume,
  type VolumeGeometry,
} from '@graywise/physics';
import { readJson } from '../support/readJson.js';

type Numbers = Record<string, number> & Record<string, readonly number[]>;
interface Case {
  readonly id: string;
  readonly inputs: Numbers;
  readonly expected: Numbers;
}
const { cases } = readJson<{ cases: readonly Case[] }>('test/golden/radiobiology_cases.json');
const caseOf = (id: string): Case => {
  const found = cases.find(entry => entry.id === id);
  if (!found) throw new Error(id);
  return found;
};
const rate = (halfLifeHours: number) => Math.LN2 / (halfLifeHours * 3600);
const bedOf = (dose: number, terms: readonly { amplitude: number; rate: number }[], repairHours: number, alphaBetaGy: number) =>
  biologicallyEffectiveDose({ dose: exactly(gray(dose)), terms, alphaBetaGy, repairHalfTime: hours(repairHours) });
/** The figures of a case are printed with six digits. */
const agrees = (ours: number, published: number | undefined, relative = 1e-5): void =>
  expect(Math.abs(ours / (published ?? NaN) - 1)).toBeLessThan(relative);

describe('B1, B2, B9: published cases of BED', () => {
  it('bed-01: one phase, and four cycles weeks apart', () => {
    const { inputs, expected } = caseOf('bed-01');
    const terms = [{ amplitude: 1, rate: rate(inputs['Teff_h'] ?? NaN) }];
    const bed = bedOf(5, terms, 2.8, 2.6);
    agrees(lethalInteraction(terms, rate(2.8)), expected['G']);
    agrees(bed.value, expected['BED_Gy']);
    agrees(equivalentDoseIn2GyFractions(bed, 2.6).value, expected['EQD2_Gy']);
    const cycles = [0, 8, 16, 24].map(weeks => ({ dose: exactly(gray(5)), terms, start: hours(weeks * 168) }));
    const course = cumulativeBiologicallyEffectiveDose(cycles, 2.6, hours(2.8));
    agrees(course.value, expected['BED_4cycles_Gy']);
    agrees(equivalentDoseIn2GyFractions(course, 2.6).value, expected['EQD2_4cycles_Gy']);
  });
  it('bed-02: two phases', () => {
    const { inputs, expected } = caseOf('bed-02');
    const terms = (inputs['doseRate_Gy_per_h'] ?? []).map((amplitude, index) => ({
      amplitude: amplitude / 3600,
      rate: rate(inputs['halfLives_h']?.[index] ?? NaN),
    }));
    const dose = terms.reduce((sum, term) => sum + term.amplitude / term.rate, 0);
    agrees(dose, expected['D_Gy']);
    agrees(lethalInteraction(terms, rate(2.8)), expected['G']);
    agrees(bedOf(dose, terms, 2.8, 2.6).value, expected['BED_Gy']);
  });
  it('bed-04: all at once, and without end', () => {
    const { expected } = caseOf('bed-04');
    agrees(bedOf(5, [{ amplitude: 1, rate: rate(1e-9) }], 2.8, 2.6).value, expected['acute_BED_Gy']);
    agrees(bedOf(5, [{ amplitude: 1, rate: rate(1e9) }], 2.8, 2.6).value, expected['protracted_BED_Gy']);
  });
  it('bed-06: the doses that BED limits allow give these BEDs', () => {
    const { inputs, expected } = caseOf('bed-06');
    const terms = [{ amplitude: 1, rate: rate(inputs['Teff_h'] ?? NaN) }];
    (expected['totalD_Gy'] ?? []).forEach((total, index) => {
      agrees(4 * bedOf(total / 4, terms, 2.8, 2.6).value, inputs['BED_limits']?.[index]);
    });
  });
});

describe('B9: cycles that follow closely', () => {
  const terms = [
    { amplitude: 1, rate: rate(30) },
    { amplitude: -0.8, rate: rate(2) },
  ];
  it('two cycles at the same instant are one of twice the dose', () => {
    const together = [1, 2].map(() => ({ dose: exactly(gray(3)), terms, start: second(0) }));
    expect(cumulativeBiologicallyEffectiveDose(together, 2.6, hours(2.8)).value).toBeCloseTo(bedOf(6, terms, 2.8, 2.6).value, 10);
  });
  it.each([0, 5, 40, 200])('the closed form equals damage integrated over both, %s h apart', gapHours => {
    // N_i: unrepaired damage of cycle i; the pair adds the integral of R_1 N_2 + R_2 N_1. Trapezium at 0.01 h: a few 1e-6.
    const step = 0.01;
    const doseRate = (t: number) =>
      t < 0 ? 0 : terms.reduce((sum, term) => sum + term.amplitude * 3600 * Math.exp(-term.rate * 3600 * t), 0);
    const keep = Math.exp(-rate(2.8) * 3600 * step);
    let [first, second_, met, dose] = [0, 0, 0, 0];
    for (let t = 0; t < 600; t += step) {
      const [a, b, a1, b1] = [doseRate(t), doseRate(t - gapHours), doseRate(t + step), doseRate(t + step - gapHours)];
      const [firstNext, secondNext] = [keep * first + ((keep * a + a1) * step) / 2, keep * second_ + ((keep * b + b1) * step) / 2];
      met += ((a * second_ + b * first + a1 * secondNext + b1 * firstNext) * step) / 2;
      dose += ((a + a1) * step) / 2;
      [first, second_] = [firstNext, secondNext];
    }
    expect(interactionBetweenCycles(terms, terms, gapHours * 3600, rate(2.8)) / (met / dose ** 2)).toBeCloseTo(1, 3);
  });
  it('a phase as quick as repair is no singularity', () => {
    const at = (hoursOfPhase: number) => interactionBetweenCycles([{ amplitude: 1, rate: rate(hoursOfPhase) }], terms, 36000, rate(2.8));
    expect(at(2.8) / at(2.8001)).toBeCloseTo(1, 3);
  });
  it('ten effective half-lives apart a pair adds a thousandth of what a cycle adds by itself', () => {
    const mono = [{ amplitude: 1, rate: rate(50) }];
    // for one phase and unrepaired damage long gone: exp(-l T) mu / (mu - l)
    const expected = 2 ** -10 * (rate(2.8) / (rate(2.8) - rate(50)));
    expect(interactionBetweenCycles(mono, mono, 500 * 3600, rate(2.8)) / lethalInteraction(mono, rate(2.8)) / expected).toBeCloseTo(1, 9);
  });
  it('the uncertainty follows the doses', () => {
    const dose = (value: number) =>
      makeEstimate(gray(value), [{ source: 'calibration', key: 'calibration:1', standardUncertainty: value * 0.05 }]);
    const course = (scale: number) =>
      cumulativeBiologicallyEffectiveDose(
        [0, 20].map(start => ({ dose: dose(5 * scale), terms, start: hours(start) })),
        2.6,
        hours(2.8),
      );
    const slope = (course(1.0001).value - course(0.9999).value) / 0.0002;
    expect(course(1).standardUncertainty / (0.05 * slope)).toBeCloseTo(1, 6);
  });
});

describe('B5, B6, B7, B8: equivalent uniform doses and probabilities', () => {
  it('rb-01: EUD and gEUD of three bins', () => {
    const { inputs, expected } = caseOf('rb-01');
    const distribution = { dosesGy: inputs['doses_Gy'] ?? [], volumes: inputs['volumes'] ?? [] };
    agrees(equivalentUniformDose(distribution, inputs['alpha'] ?? NaN), expected['EUD_Gy']);
    agrees(generalizedEquivalentUniformDose(distribution, inputs['a'] ?? NaN), expected['gEUD_a_minus10']);
    agrees(generalizedEquivalentUniformDose(distribution, 1), expected['mean_Gy']);
  });
  it('rb-02: Lyman', () => {
    const { inputs, expected } = caseOf('rb-02');
    const model = { d50Gy: inputs['TD50'] ?? NaN, m: inputs['m'] ?? NaN, n: 1 };
    agrees(complicationProbability({ dosesGy: [inputs['D'] ?? NaN] }, model), expected['NTCP']);
  });
  interface Golden {
    doses: number[];
    volumes: number[];
    [figure: string]: number | number[];
  }
  it.each(readJson<(Golden & Record<string, number>)[]>('test/golden/equivalent_dose.json'))(
    'uneven doses agree with SciPy: $gEUD Gy',
    golden => {
      const distribution = { dosesGy: golden.doses, volumes: golden.volumes };
      const figure = (name: string): number => Number(golden[name]);
      // the same formulas in another order of operations
      expect(generalizedEquivalentUniformDose(distribution, figure('exponent')) / figure('gEUD')).toBeCloseTo(1, 12);
      expect(equivalentUniformDose(distribution, figure('alpha')) / figure('EUD')).toBeCloseTo(1, 12);
      expect(tumourControlProbability({ bed: distribution, alphaPerGy: figure('alpha'), clonogens: figure('clonogens') })).toBeCloseTo(
        figure('TCP'),
        9,
      );
      expect(complicationProbability(distribution, { d50Gy: figure('d50'), m: figure('m'), n: figure('n') })).toBeCloseTo(
        figure('NTCP'),
        12,
      );
    },
  );
  it('a cold part rules a negative exponent; a region without volume or with negative dose is refused', () => {
    expect(generalizedEquivalentUniformDose({ dosesGy: [0, 100] }, -10)).toBe(0);
    expect(generalizedEquivalentUniformDose({ dosesGy: [0, 100] }, 1)).toBeCloseTo(50, 10);
    expect(() => generalizedEquivalentUniformDose({ dosesGy: [] }, 1)).toThrow();
    expect(() => equivalentUniformDose({ dosesGy: [-1] }, 0.3)).toThrow('zero or more');
  });
});

describe('B4: BED of voxels', () => {
  const geometry: VolumeGeometry = {
    size: [2, 1, 1],
    spacingMm: [4, 4, 4],
    originLps: [0, 0, 0],
    direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    frameOfReferenceUid: '1.2.3',
  };
  const dose: Volume<'Gy'> = { geometry, unit: 'Gy', data: Float32Array.of(5, 0) };
  it('with the factor of a region it is the BED of the region', () => {
    const terms = [{ amplitude: 1, rate: rate(50) }];
    const map = biologicallyEffectiveDoseMap(dose, lethalInteraction(terms, rate(2.8)), 2.6);
    expect(map.data[0]).toBe(Math.fround(bedOf(5, terms, 2.8, 2.6).value));
    expect(map.data[1]).toBe(0);
  });
  it('with factors of its own it follows the curve of the voxel, uptake included', () => {
    const times = [1, 4, 24, 72, 168];
    const terms = [
      { amplitude: 1000, rate: rate(60) },
      { amplitude: -900, rate: rate(4) },
    ];
    const curves = fitVoxelsBiExponential({
      concentrations: times.map(time => ({
        geometry,
        unit: 'Bq/mL',
        data: Float32Array.of(
          terms.reduce((sum, term) => sum + term.amplitude * Math.exp(-term.rate * time * 3600), 0),
          0,
        ),
      })),
      afterAdministration: times.map(hours),
      physicalHalfLife: hours(159.53),
    });
    const map = biologicallyEffectiveDoseMap(dose, lethalInteractionMap(curves, hours(2.8)), 2.6);
    // the fit of float32 concentrations
    expect((map.data[0] ?? NaN) / bedOf(5, terms, 2.8, 2.6).value).toBeCloseTo(1, 5);
  });
  it('factors on another grid are refused', () => {
    const elsewhere: Volume<'1'> = { geometry: { ...geometry, spacingMm: [5, 4, 4] }, unit: '1', data: new Float32Array(2) };
    expect(() => biologicallyEffectiveDoseMap(dose, elsewhere, 2.6)).toThrow('different grids');
  });
});

describe('B10: RBE-weighted dose', () => {
  it('alpha-01: 16 Gy of alpha particles to the endosteum are 80 Gy (RBE 5), and stay apart from 16 Gy', () => {
    const { expected } = caseOf('alpha-01');
    const weighted = rbeWeightedDose(gray(0), gray(Number(expected['endosteum_Gy'])), 5);
    expect(weighted).toEqual({ value: 80, rbe: 5 });
    expect(rbeUnit(weighted)).toBe('Gy (RBE 5)');
  });
  it('only the alpha part is weighted; other weights do not add', () => {
    const weighted = rbeWeightedDose(gray(2), gray(3), 5);
    expect(weighted.value).toBe(17);
    expect(addRbeWeightedDoses([weighted, weighted])).toEqual({ value: 34, rbe: 5 });
    expect(() => addRbeWeightedDoses([weighted, rbeWeightedDose(gray(1), gray(1), 1)])).toThrow('Gy (RBE 1)');
    expect(() => rbeWeightedDose(gray(1), gray(1), 0)).toThrow('RBE');
  });
});
