import {
  becquerel,
  gray,
  gigabecquerel,
  hours,
  integrateLogLinear,
  makeEstimate,
  megabecquerel,
  mibgWholeBodySValue,
  nuclideData,
  organSValue,
  secondActivityForWholeBodyDose,
  seriesSignals,
  sourceSpectrum,
  wholeBodyDose,
  wholeBodySeries,
  type MeasuredPoint,
} from '../../src/index.js';
import { gaussianSampler } from '../support/gaussianSampler.js';
import { row, START } from './rows.js';

const IODINE = nuclideData('I-131').halfLife;
/** mibg-01 of the clinical cases: a child of 20 kg, 8 GBq. */
const MIBG_01: readonly (readonly [number, number])[] = [
  [0, 8000],
  [6, 6400],
  [24, 2900],
  [48, 1150],
  [72, 520],
  [96, 290],
];
const points = (relative: number): MeasuredPoint[] =>
  MIBG_01.map(([after, value]) => ({
    afterAdministration: hours(after),
    value: makeEstimate(value * 1e6, [{ source: 'counts', key: `counts:${after}`, standardUncertainty: relative * value * 1e6 }]),
  }));

describe('the whole body by counting', () => {
  it('M6 M8 mibg-01: log-linear phases, dose of the whole body and the second activity for 4 Gy', async () => {
    const { timeIntegrated, tail } = integrateLogLinear(points(0), IODINE, 'whole body');
    expect(tail).toBe('fitted');
    // tolerance of the case: 1e-4
    expect(timeIntegrated.value / 3.6e9 / 208439).toBeCloseTo(1, 4);
    expect((mibgWholeBodySValue(20).value * 3.6e9) / 8.48899e-6).toBeCloseTo(1, 4);
    const { absorbedDose, confirmed } = await wholeBodyDose({
      timeIntegratedActivity: timeIntegrated,
      bodyMassKg: 20,
      spectrum: await sourceSpectrum('I-131', 'parent alone'),
      radiopharmaceutical: '131I-mIBG',
      model: 'adult-male',
    });
    expect(absorbedDose.value / 1.76943).toBeCloseTo(1, 4);
    expect(confirmed).toBe(false);
    const administered = makeEstimate(megabecquerel(8000), []);
    expect(secondActivityForWholeBodyDose(administered, absorbedDose, 4).value / 10084.9e6).toBeCloseTo(1, 4);
  });

  it('M6 its uncertainty is that of drawn series', () => {
    const gaussian = gaussianSampler(7);
    const { timeIntegrated, effectiveHalfLife } = integrateLogLinear(points(0.01), IODINE, 'whole body');
    const draws = Array.from({ length: 4000 }, () => {
      const drawn = points(0.01).map(point => ({
        ...point,
        value: { ...point.value, value: point.value.value * (1 + 0.01 * gaussian()) },
      }));
      return integrateLogLinear(drawn, IODINE, 'whole body');
    });
    const WITHIN = -Math.log10(2 * 0.03);
    const deviation = (values: readonly number[]): number => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
    };
    // 4000 draws know a standard deviation to 1.1 %: within 2.7 of that. With 1 % the half-life is linear in its points to 0.2 %
    expect(deviation(draws.map(draw => draw.timeIntegrated.value)) / timeIntegrated.standardUncertainty).toBeCloseTo(1, WITHIN);
    expect(deviation(draws.map(draw => draw.effectiveHalfLife.value)) / effectiveHalfLife.standardUncertainty).toBeCloseTo(1, WITHIN);
  });

  it('M6 is exact for one exponential, and for points that are nearly equal', () => {
    const at = (after: number, value: number): MeasuredPoint => ({ afterAdministration: hours(after), value: makeEstimate(value, []) });
    const curve = [0, 10, 11, 50].map(after => at(after, 1e9 * 2 ** (-after / 20)));
    expect(integrateLogLinear(curve, IODINE, '').timeIntegrated.value / ((1e9 * 20 * 3600) / Math.LN2)).toBeCloseTo(1, 12);
    const flat = [at(0, 1e9), at(1, 1e9 * (1 - 1e-6)), at(100, 0.4e9)];
    expect(integrateLogLinear(flat, IODINE, '').timeIntegrated.value).toBeCloseTo(
      integrateLogLinear([at(0, 1e9), at(1, 1e9), at(100, 0.4e9)], IODINE, '').timeIntegrated.value,
      -8,
    );
  });

  it('M6 a tail never decays slower than the nuclide, and nothing at the end leaves no tail', () => {
    const at = (after: number, value: number): MeasuredPoint => ({ afterAdministration: hours(after), value: makeEstimate(value, []) });
    const rising = integrateLogLinear([at(0, 1e9), at(10, 1.1e9)], IODINE, '');
    expect(rising.tail).toBe('physical decay');
    expect(rising.effectiveHalfLife.value).toBe(IODINE);
    expect(rising.extrapolatedFraction).toBeCloseTo((1.1e9 * IODINE) / Math.LN2 / rising.timeIntegrated.value, 12);
    expect(integrateLogLinear([at(0, 1e9), at(10, 0)], IODINE, '').timeIntegrated.value).toBe(1.8e13);
    expect(() => integrateLogLinear([at(0, 1)], IODINE, 'whole body')).toThrow(/two time points/);
  });

  it('M7 the first count before voiding is the administered activity, decayed to then', () => {
    const administered = makeEstimate(gigabecquerel(8), [{ source: 'administered activity', key: 'calibrator', standardUncertainty: 1e8 }]);
    const rows = [1, 24].map((after, index) =>
      row('whole body', after, { counts_anterior: 60000 / (1 + 3 * index), counts_posterior: 30000 / (1 + 3 * index), duration_s: 60 }),
    );
    const series = wholeBodySeries({
      series: seriesSignals(rows, START, IODINE),
      administered,
      physicalHalfLife: IODINE,
      where: 'whole body',
    });
    expect(series.map(({ afterAdministration }) => afterAdministration / 3600)).toEqual([0, 1, 24]);
    const first = 8e9 * 2 ** (-3600 / IODINE);
    expect((series[1]?.value.value ?? 0) / first).toBeCloseTo(1, 12);
    expect((series[2]?.value.value ?? 0) / (first / 4)).toBeCloseTo(1, 12);
    // the first is as certain as the assay; its counts cancel
    expect(series[1]?.value.standardUncertainty).toBeCloseTo((first * 1e8) / 8e9, 3);
  });

  it('M7 a first count of rates after 3 h is refused, an activity is not', () => {
    const administered = makeEstimate(gigabecquerel(8), []);
    const late = (values: Record<string, number>) => [row('whole body', 20, values), row('whole body', 40, values)];
    const seriesOf = (values: Record<string, number>) =>
      wholeBodySeries({ series: seriesSignals(late(values), START, IODINE), administered, physicalHalfLife: IODINE, where: 'whole body' });
    expect(() => seriesOf({ counts: 1e5, duration_s: 60 })).toThrow(/within 3 h/);
    expect(seriesOf({ activity_MBq: 3000 })).toHaveLength(3);
  });

  it('M8 the coefficient of 131I-mIBG and our own S-value of the whole body agree as its uncertainty says', async () => {
    const spectrum = await sourceSpectrum('I-131', 'parent alone');
    for (const mass of [10, 20, 50, 70, 100]) {
      const ours = await organSValue({
        spectrum,
        source: 'whole-body',
        target: 'whole-body',
        model: 'adult-male',
        targetMassG: mass * 1000,
      });
      const published = mibgWholeBodySValue(mass);
      expect(Math.abs(ours.sGyPerBqS - published.value)).toBeLessThan(published.standardUncertainty * 1.01);
    }
  });

  it('M8 other radiopharmaceuticals take the S-value of the whole body', async () => {
    const spectrum = await sourceSpectrum('Lu-177', 'parent alone');
    const timeIntegratedActivity = makeEstimate(1e15 as never, []);
    const { absorbedDose } = await wholeBodyDose({
      timeIntegratedActivity,
      bodyMassKg: 70,
      spectrum,
      radiopharmaceutical: '177Lu-DOTATATE',
      model: 'adult-male',
    });
    // at least its electrons, at most all of its energy: 0.147 and 0.182 MeV per decay
    expect(absorbedDose.value).toBeGreaterThan((1e15 * 0.147 * 1.602e-13) / 70);
    expect(absorbedDose.value).toBeLessThan((1e15 * 0.183 * 1.602e-13) / 70);
  });

  it('M8 no second activity is left when the first reached its target', () => {
    const dose = makeEstimate(gray(4.3), [{ source: 'fit', key: 'a', standardUncertainty: 0.2 }]);
    expect(secondActivityForWholeBodyDose(makeEstimate(becquerel(8e9), []), dose, 4).value).toBe(0);
  });
});
