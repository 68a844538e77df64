import {
  compareWithExpected,
  expectedAtActivity,
  expectedDosePerActivity,
  expectedFromPlan,
  gigabecquerel,
  gray,
  makeEstimate,
  planNextActivity,
  type Becquerel,
  type Estimate,
  type ExpectedDose,
  type Gray,
} from '@graywise/physics';
import { verifiedCycle } from '../planning/verifiedCycle.js';

const measured = (value: number, relative: number, key = 'fit:1'): Estimate<Gray> =>
  makeEstimate(gray(value), [{ source: 'fit', key, standardUncertainty: relative * value }]);

/** What a population lets expect of an activity in a patient without earlier cycles. */
function expectedRange(region: string, radiopharmaceutical: string, administered: Becquerel): ExpectedDose | null {
  const expected = expectedDosePerActivity({ region, radiopharmaceutical, history: [] });
  return expected && expectedAtActivity(expected, administered);
}
const kidneys = expectedRange('kidneys', '177Lu-DOTATATE', gigabecquerel(7.4))!;

describe('V3: what a population lets expect', () => {
  it('kidneys of 177Lu-DOTATATE: 0.38 +- 0.19 Gy/GBq becomes the lognormal of that mean and variance, wider by 1 + 1/18', () => {
    const variance = Math.log(1 + (0.19 / 0.38) ** 2);
    // the table holds six digits
    expect(kidneys.dose.value / (7.4 * 0.38 * Math.exp(-variance / 2))).toBeCloseTo(1, 5);
    expect(kidneys.dose.standardUncertainty / kidneys.dose.value).toBeCloseTo(Math.sqrt(variance * (1 + 1 / 18)), 5);
    expect(kidneys).toMatchObject({ basis: 'population', confirmed: true });
  });
  it('values that were not checked against their paper are not confirmed', () => {
    expect(expectedRange('spleen', '177Lu-DOTATATE', gigabecquerel(7.4))?.confirmed).toBe(false);
    expect(expectedRange('lesion-3', '177Lu-DOTATATE', gigabecquerel(7.4))?.confirmed).toBe(false);
  });
  it.each(['Lu-177 DOTATATE', '177Lu-DOTA-TATE', 'Lutetium Lu 177 dotatate', '177Lu-oxodotreotide', '[177Lu]Lu-DOTA-TATE'])(
    '%s is the same',
    name => expect(expectedRange('kidneys', name, gigabecquerel(7.4))).toEqual(kidneys),
  );
  it('another ligand, nuclide or region has no expectation', () => {
    expect(expectedRange('kidneys', '177Lu-EDTMP', gigabecquerel(7.4))).toBeNull();
    expect(expectedRange('kidneys', '90Y-DOTATATE', gigabecquerel(7.4))).toBeNull();
    expect(expectedRange('bowel', '177Lu-DOTATATE', gigabecquerel(7.4))).toBeNull();
  });
  it('it says which value was used', () => {
    expect(kidneys.prior).toEqual({
      id: 'lu-177-dotatate/kidneys/absorbed-dose-per-activity/willowson-2018',
      version: 'graywise-1',
      n: 18,
      origin: 'shipped',
    });
  });
});

describe('V1: delivered against expected', () => {
  it('z = (ln D - ln median) / sqrt(s^2 + u^2)', () => {
    const comparison = compareWithExpected({ region: 'kidneys', delivered: measured(4.9, 0.13), expected: kidneys });
    const s = kidneys.dose.standardUncertainty / kidneys.dose.value;
    expect(comparison.z).toBeCloseTo((Math.log(4.9) - Math.log(kidneys.dose.value)) / Math.hypot(s, 0.13), 10);
    expect(comparison.expectedRange95[1] / comparison.expectedMedian).toBeCloseTo(Math.exp(2.1098156 * s), 5);
  });
  // 18 patients: scipy.stats.t.ppf([0.95, 0.975], 17) = 1.739607, 2.109816
  it.each([
    [1.73, 'within'],
    [1.75, 'borderline'],
    [-1.75, 'borderline'],
    [2.1, 'borderline'],
    [2.12, 'outside'],
    [-2.12, 'outside'],
  ])('z = %d is %s', (z, verdict) => {
    const s = kidneys.dose.standardUncertainty / kidneys.dose.value;
    const delivered = measured(kidneys.dose.value * Math.exp(z * s), 0);
    expect(compareWithExpected({ region: 'kidneys', delivered, expected: kidneys })).toMatchObject({ verdict, z: expect.closeTo(z, 10) });
  });
  it.each([
    [1.64, 'within'],
    [1.66, 'borderline'],
    [1.97, 'outside'],
  ])('without a number of patients z = %d is %s', (z, verdict) => {
    const lesion = expectedRange('lesion-1', '177Lu-DOTATATE', gigabecquerel(7.4))!;
    const delivered = measured(lesion.dose.value * Math.exp(z * Math.log(2.2)), 0);
    expect(compareWithExpected({ region: 'lesion-1', delivered, expected: lesion }).verdict).toBe(verdict);
  });
  it.each([
    [4.9, 'Kidneys: 4.9 Gy, in the upper half of what was expected (0.90 to 7.0 Gy); z = 1.4.'],
    [2.7, 'Kidneys: 2.7 Gy, in the upper half of what was expected, within its middle (0.90 to 7.0 Gy); z = 0.1.'],
    [0.7, 'Kidneys: 0.70 Gy, below what was expected (0.90 to 7.0 Gy); z = -2.6.'],
    [6, 'Kidneys: 6.0 Gy, at the upper edge of what was expected (0.90 to 7.0 Gy); z = 1.8.'],
    [12, 'Kidneys: 12 Gy, above what was expected (0.90 to 7.0 Gy); z = 3.2.'],
  ])('%d Gy in words', (dose, sentence) => {
    const comparison = compareWithExpected({ region: 'kidneys', label: 'Kidneys', delivered: measured(dose, 0.08), expected: kidneys });
    expect(comparison.sentence).toBe(sentence);
  });
  it('the comparison keeps the prior with its version, and the 50 % range', () => {
    const comparison = compareWithExpected({ region: 'kidneys', delivered: measured(3, 0.1), expected: kidneys });
    expect(comparison.prior).toEqual(kidneys.prior);
    const s = kidneys.dose.standardUncertainty / kidneys.dose.value;
    // scipy.stats.t.ppf(0.75, 17)
    expect(comparison.expectedRange50![1] / comparison.expectedMedian).toBeCloseTo(Math.exp(0.6891950751539387 * s), 8);
  });
  it('no dose at all is outside', () => {
    expect(compareWithExpected({ region: 'kidneys', delivered: measured(0, 0), expected: kidneys })).toMatchObject({
      verdict: 'outside',
      z: -99,
    });
  });
});

describe('V2: delivered against planned', () => {
  const history = [verifiedCycle(1, 7.4, { kidneys: { doseGy: 5, calibration: 0.08 } })];
  const request = {
    cycle: 2,
    cyclesLeft: 3,
    limits: [{ region: 'kidneys', value: gray(23), quantity: 'absorbed dose', source: 'test' }],
    targets: [],
    riskAccepted: null,
    activityCap: null,
  } as const;
  const plan = planNextActivity({ request, history });
  it('the plan is scaled to what was given', () => {
    expect(expectedFromPlan(plan, 'kidneys', gigabecquerel(7))?.dose.value).toBeCloseTo((5 / 7.4) * 7, 10);
    expect(expectedFromPlan(plan, 'spleen', gigabecquerel(7))).toBeNull();
    // a plan by an unconfirmed population value waits for confirmation as that does
    const prior = { region: 'kidneys', id: 'toy', version: '3', source: 'x', confirmed: false, weight: 0.4 };
    const suggested = expectedFromPlan({ ...plan, priors: [prior] }, 'kidneys', gigabecquerel(7));
    expect(suggested).toMatchObject({ confirmed: false, source: expect.stringContaining('toy, version 3') as string });
    expect(expectedFromPlan({ ...plan, priors: [{ ...prior, weight: 0 }] }, 'kidneys', gigabecquerel(7))?.confirmed).toBe(true);
  });
  it('a calibration that plan and measurement share does not excuse a difference', () => {
    const expected = expectedFromPlan(plan, 'kidneys', gigabecquerel(7.4))!;
    const delivered = makeEstimate(gray(6.5), [{ source: 'calibration', key: 'calibration:1', standardUncertainty: 0.08 * 6.5 }]);
    // the cycle that was measured deviated, and the one that is compared deviates
    const between = Math.sqrt(2 * Math.log(1 + 0.15 ** 2));
    expect(compareWithExpected({ region: 'kidneys', delivered, expected }).z).toBeCloseTo(Math.log(6.5 / 5) / between, 10);
  });
});
