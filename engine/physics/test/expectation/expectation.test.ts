import {
  cycleVariation,
  expectedAtPrescription,
  expectedDosePerActivity,
  gigabecquerel,
  gray,
  grayPerBecquerel,
  interval95,
  makeEstimate,
  probabilityAbove,
  studentTCumulative,
  coverageInterval,
  updateByCycles,
  type Estimate,
  type GrayPerBecquerel,
} from '@graywise/physics';

/** Gy/GBq with a relative uncertainty of its own. */
const measured = (perGbq: number, relative: number, key: string): Estimate<GrayPerBecquerel> =>
  makeEstimate(grayPerBecquerel(perGbq * 1e-9), [{ source: 'fit', key, standardUncertainty: perGbq * 1e-9 * relative }]);
const population = (medianPerGbq: number, omega: number): Estimate<GrayPerBecquerel> =>
  makeEstimate(
    grayPerBecquerel(medianPerGbq * 1e-9),
    [{ source: 'population spread', key: 'prior:test', standardUncertainty: medianPerGbq * 1e-9 * omega }],
    { distribution: 'lognormal' },
  );
const deviation = ({ value, standardUncertainty }: Estimate): number => standardUncertainty / value;
const ORGAN = { betweenCycles: 0.15, trendPerCycle: 0, trendDeviation: 0 };

describe('V4: earlier cycles of the patient update what the population lets expect', () => {
  const twoCycles = updateByCycles({
    prior: population(0.585, 0.43),
    earlier: [
      { cycle: 1, value: measured(0.703, 0, 'a') },
      { cycle: 2, value: measured(0.622, 0, 'b') },
    ],
    cycle: 3,
    variation: ORGAN,
    region: 'kidneys',
  });
  it('plan-06: posterior 0.65663 with 0.102979, predictive 0.181947, 95 % 0.459668 to 0.937988', () => {
    // the case states six digits and a tolerance of 1e-4; its interval is taken with 1.96
    expect((twoCycles.level.value * 1e9) / 0.65663).toBeCloseTo(1, 5);
    expect(deviation(twoCycles.level) / 0.102979).toBeCloseTo(1, 5);
    expect(deviation(twoCycles.predicted) / 0.181947).toBeCloseTo(1, 5);
    const [low, high] = interval95(twoCycles.predicted);
    expect((low * 1e9) / 0.459668).toBeCloseTo(1, 4);
    expect((high * 1e9) / 0.937988).toBeCloseTo(1, 4);
  });
  it('an uncertain measurement counts for less: its variance is added to that between cycles', () => {
    const { level } = updateByCycles({
      prior: population(0.585, 0.43),
      earlier: [{ cycle: 1, value: measured(0.703, 0.2, 'a') }],
      cycle: 2,
      variation: ORGAN,
      region: 'kidneys',
    });
    const [population0, cycle] = [1 / 0.43 ** 2, 1 / (0.15 ** 2 + 0.2 ** 2)];
    const mean = (population0 * Math.log(0.585) + cycle * Math.log(0.703)) / (population0 + cycle);
    expect(level.value * 1e9).toBeCloseTo(Math.exp(mean), 10);
    expect(deviation(level)).toBeCloseTo(1 / Math.sqrt(population0 + cycle), 10);
  });
  it('what the measurements share does not average out', () => {
    const of = (keys: readonly [string, string]): number =>
      deviation(
        updateByCycles({
          prior: population(0.585, 5),
          earlier: [
            { cycle: 1, value: measured(0.7, 0.1, keys[0]) },
            { cycle: 2, value: measured(0.7, 0.1, keys[1]) },
          ],
          cycle: 3,
          variation: ORGAN,
          region: 'kidneys',
        }).level,
      );
    // the population weighs next to nothing: own errors halve in variance, a shared one stays
    expect(of(['a', 'b'])).toBeCloseTo(Math.sqrt((0.15 ** 2 + 0.1 ** 2) / 2), 3);
    expect(of(['a', 'a'])).toBeCloseTo(Math.sqrt(0.15 ** 2 / 2 + 0.1 ** 2), 3);
  });
  it('the trend of lesions is estimated with the level', () => {
    const { level, predicted } = updateByCycles({
      prior: population(4, 0.78845736036427),
      earlier: [
        { cycle: 1, value: measured(3, 0.1, 'a') },
        { cycle: 3, value: measured(2.5, 0.2, 'b') },
      ],
      cycle: 4,
      variation: { betweenCycles: 0.25, trendPerCycle: -0.16, trendDeviation: 0.15 },
      region: 'lesion-1',
    });
    // NumPy: Kalman update of (b, t) with prior diag(omega^2, 0.15^2), observations at x = 0 and 2, prediction at x = 3
    expect(level.value * 1e9).toBeCloseTo(2.079753959987806, 10);
    expect(deviation(level)).toBeCloseTo(0.33489789589039254, 10);
    expect(deviation(predicted)).toBeCloseTo(0.41791937101767873, 10);
  });
  it('the more cycles, the less the few patients behind the population matter', () => {
    const history = [1, 2, 3].map(cycle => ({ cycle, dosePerActivity: measured(0.5, 0.08, `cycle ${String(cycle)}`) }));
    const after = (cycles: number): Estimate =>
      expectedDosePerActivity({ region: 'kidneys', radiopharmaceutical: '177Lu-DOTATATE', history: history.slice(0, cycles) })!.estimate;
    expect(after(0).degreesOfFreedom).toBe(17);
    expect(after(1).degreesOfFreedom!).toBeGreaterThan(100);
    const widths = [0, 1, 2, 3].map(cycles => interval95(after(cycles))[1] / interval95(after(cycles))[0]);
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
  });
  it('says what it rests on and what of it is suggested', () => {
    const history = [{ cycle: 1, dosePerActivity: measured(3, 0.1, 'a') }];
    const wanted = { region: 'lesion-2', radiopharmaceutical: '177Lu-DOTATATE', history };
    expect(expectedDosePerActivity(wanted)).toMatchObject({
      basis: 'population and earlier cycles',
      priorId: 'lu-177-dotatate/lesion/absorbed-dose-per-activity/wide-default',
      priorVersion: 'graywise-1',
      source: 'wide default, until the centre has its own cohort (chosen); cycle 1 of this patient',
      confirmed: false,
    });
    expect(expectedDosePerActivity(wanted)?.suggested).toEqual(expect.arrayContaining(cycleVariation('lesion-2').suggested));
    expect(expectedDosePerActivity({ ...wanted, region: 'bowel' })).toMatchObject({ basis: 'earlier cycles', priorId: null });
    expect(expectedDosePerActivity({ ...wanted, region: 'bowel', history: [] })).toBeNull();
    expect(expectedDosePerActivity({ ...wanted, region: 'kidneys', history: [] })).toMatchObject({ basis: 'population', confirmed: true });
  });
});

describe('V5: the expected range at prescription', () => {
  const expected = expectedDosePerActivity({ region: 'kidneys', radiopharmaceutical: '177Lu-DOTATATE', history: [] })!;
  const spread = 0.472381 * Math.sqrt(1 + 1 / 18);
  const range = expectedAtPrescription({ expected, activity: gigabecquerel(7.4), delivered: gray(18), limit: gray(23), target: gray(20) });
  it('median, 50 % and 95 % by t with 17 degrees of freedom', () => {
    const median = 7.4 * 0.339882;
    expect(range.median).toBeCloseTo(median, 10);
    // scipy.stats.t.ppf([0.75, 0.975], 17)
    expect(range.range50[1] / median).toBeCloseTo(Math.exp(0.6891951 * spread), 6);
    expect(range.range95[0] / median).toBeCloseTo(Math.exp(-2.1098156 * spread), 6);
  });
  it('chances of limit and target are those of what is left of them', () => {
    const chance = (left: number): number => 1 - studentTCumulative(Math.log(left / range.median) / spread, 17);
    expect(range.probabilityOverLimit).toBeCloseTo(chance(5), 10);
    expect(range.probabilityReachesTarget).toBeCloseTo(chance(2), 10);
    expect(expectedAtPrescription({ expected, activity: gigabecquerel(7.4) }).probabilityOverLimit).toBeNull();
    expect(
      expectedAtPrescription({ expected, activity: gigabecquerel(7.4), delivered: gray(23), limit: gray(23) }).probabilityOverLimit,
    ).toBe(1);
  });
});

describe('Q8: probabilities and intervals of estimates', () => {
  it("Student's t below a value (scipy.stats.t)", () => {
    expect(studentTCumulative(1.2, 17)).toBeCloseTo(1 - 0.12329801033381645, 12);
    expect(studentTCumulative(-0.7, 4.5)).toBeCloseTo(0.25921980115580895, 12);
    expect(studentTCumulative(1.959964, null)).toBeCloseTo(0.975, 6);
  });
  it('a normal estimate, an exact one, and interval and probability agree', () => {
    const normal = makeEstimate(5, [{ source: 'fit', key: 'a', standardUncertainty: 1 }], { degreesOfFreedom: 6 });
    expect(probabilityAbove(normal, coverageInterval(normal, 0.9)[1])).toBeCloseTo(0.05, 10);
    expect(coverageInterval(normal, 0.95)).toEqual(interval95(normal));
    expect([probabilityAbove(makeEstimate(5, []), 4), probabilityAbove(makeEstimate(5, []), 6)]).toEqual([1, 0]);
  });
});
