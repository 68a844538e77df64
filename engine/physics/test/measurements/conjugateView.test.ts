import { conjugateViewActivity, hours, makeEstimate, rowSignal, scatterCorrectedCounts, sourceThicknessFactor } from '../../src/index.js';
import { row } from './rows.js';

const exactRate = (value: number) => makeEstimate(value, []);

/** Rates in front of and behind a slab of activity in an absorbing body, by summing 20000 layers: not our formula. */
function slabRates({
  mu,
  body,
  source,
  depth,
  perSecond,
}: {
  mu: number;
  body: number;
  source: number;
  depth: number;
  perSecond: number;
}): [number, number] {
  const layers = 20000;
  let [front, back] = [0, 0];
  for (let layer = 0; layer < layers; layer++) {
    const z = depth - source / 2 + (source * (layer + 0.5)) / layers;
    front += Math.exp(-mu * z) / layers;
    back += Math.exp(-mu * (body - z)) / layers;
  }
  return [perSecond * front, perSecond * back];
}

describe('conjugate views', () => {
  it.each([4, 9, 15])('M3 a slab at any depth (%d cm) has the activity that it has', depth => {
    const [mu, body, source] = [0.1, 22, 6];
    const [front, back] = slabRates({ mu, body, source, depth, perSecond: 300 });
    const activity = conjugateViewActivity({
      anterior: exactRate(front),
      posterior: exactRate(back),
      transmission: Math.exp(-mu * body),
      source: { attenuationPerCm: mu, thicknessCm: source },
      sensitivity: exactRate(6e-6),
    });
    // midpoint sums of 20000 layers are good to 1e-9
    expect(activity.value / (300 / 6e-6)).toBeCloseTo(1, 8);
  });

  it('M3 a thin source has no factor, a thick one (mu x / 2) / sinh(mu x / 2)', () => {
    expect(sourceThicknessFactor(0.1, 0)).toBe(1);
    expect(sourceThicknessFactor(0.12, 8)).toBeCloseTo(0.48 / Math.sinh(0.48), 14);
    expect(sourceThicknessFactor(1e-9, 1e-3)).toBeCloseTo(1, 14);
  });

  it('M2 scatter is taken off by the triple-energy window, its counts making the rest more uncertain', () => {
    const { value, standardUncertainty } = scatterCorrectedCounts(
      { photopeak: 10000, lower: 900, upper: 400, photopeakWidth: 41.6, lowerWidth: 20, upperWidth: 10 },
      'a',
    );
    expect(value).toBeCloseTo(10000 - (900 / 20 + 400 / 10) * 20.8, 9);
    expect(standardUncertainty).toBeCloseTo(Math.sqrt(10000 + 20.8 ** 2 * (900 / 400 + 400 / 100)), 9);
  });

  it('M2 background is scaled to the area, whole or with 1 - x/L, and its counts are uncertain too', () => {
    const values = {
      counts_anterior: 40000,
      counts_posterior: 90000,
      duration_s: 100,
      background_counts_anterior: 5000,
      background_counts_posterior: 6000,
      region_area_cm2: 60,
      background_area_cm2: 30,
      thickness_cm: 20,
      source_thickness_cm: 5,
    };
    const stable = hours(1e12);
    const whole = rowSignal(row('planar', 24, values, { backgroundCorrection: 'whole' }), stable).estimate;
    const part = rowSignal(row('planar', 24, values, { backgroundCorrection: '1-x/L' }), stable).estimate;
    expect(whole.value).toBeCloseTo(Math.sqrt((400 - 2 * 50) * (900 - 2 * 60)), 6);
    expect(part.value).toBeCloseTo(Math.sqrt((400 - 1.5 * 50) * (900 - 1.5 * 60)), 6);
    const [a, p] = [300, 780];
    const relative = Math.hypot(Math.sqrt(40000 + 4 * 5000) / 100 / a, Math.sqrt(90000 + 4 * 6000) / 100 / p) / 2;
    expect(whole.standardUncertainty / whole.value).toBeCloseTo(relative, 9);
  });

  it('M2 counts are the mean over their duration and are brought to its start', () => {
    const values = { counts: 1000, duration_s: 7200 };
    const signal = rowSignal(row('probe', 1, values, { region: 'thyroid' }), hours(2));
    // a nuclide of 2 h counted for 2 h: start over mean is ln 2 / (1 - 1/2)
    expect(signal.estimate.value).toBeCloseTo((1000 / 7200) * (Math.LN2 / 0.5), 12);
  });

  it('M3 counts below background are refused', () => {
    const values = {
      counts_anterior: 10,
      counts_posterior: 90,
      duration_s: 1,
      background_counts_anterior: 20,
      background_counts_posterior: 6,
      region_area_cm2: 1,
      background_area_cm2: 1,
    };
    expect(() => rowSignal(row('planar', 24, values, { backgroundCorrection: 'whole' }), hours(160))).toThrow(
      /GW_MEASUREMENTS_INVALID|above scatter and background/,
    );
  });
});
