import { fitTimeActivity } from '@graywise/physics';
import { integralOf, LU_177, normal, pointsOf, randomStream, type Truth } from './truthCurves.js';

/** Draws the true curve of one organ of one virtual patient; ranges of half-lives in h as published for 177Lu-DOTATATE. */
type Draw = (uniform: (low: number, high: number) => number) => Truth;

const term = (amplitude: number, halfLifeHours: number) => ({ amplitude: 1e8 * amplitude, halfLifeHours });

const COHORTS: Record<string, Draw> = {
  'one phase': uniform => [term(1, uniform(40, 100))],
  'kidney, two clearance phases': uniform => {
    const fast = uniform(0, 0.4);
    return [term(1 - fast, uniform(40, 60)), term(fast, uniform(2, 6))];
  },
  'kidney, quick uptake and two clearance phases': uniform => {
    const fast = uniform(0, 0.4);
    return [term(1 - fast, uniform(40, 60)), term(fast, uniform(2, 6)), term(-1, uniform(0.2, 1))];
  },
  'liver or spleen, quick uptake and two clearance phases': uniform => {
    const fast = uniform(0, 0.3);
    return [term(1 - fast, uniform(50, 80)), term(fast, uniform(2, 8)), term(-1, uniform(0.2, 1))];
  },
  'lesion, uptake and clearance': uniform => [term(1, uniform(60, 120)), term(-1, uniform(1, 6))],
  'marrow, uptake and two clearance phases': uniform => {
    const fast = uniform(0.3, 0.5);
    return [term(1 - fast, uniform(70, 90)), term(fast, uniform(4, 8)), term(-1, uniform(1, 2))];
  },
  'organ, quick uptake and a second phase of half a day': uniform => {
    const fast = uniform(0.05, 0.4);
    return [term(1 - fast, uniform(50, 100)), term(fast, uniform(8, 20)), term(-1, uniform(0.5, 1.5))];
  },
  'lesion, slow uptake': uniform => [term(1, uniform(60, 120)), term(-1, uniform(6, 15))],
};

const PATIENTS = 40;

/** Relative errors of the time-integrated activity over a cohort, and errors over stated uncertainty. */
function errors(draw: Draw, times: readonly number[], noise: number, stated = noise): { relative: number[]; normalized: number[] } {
  const random = randomStream(20260302);
  const uniform = (low: number, high: number) => low + (high - low) * random();
  const relative: number[] = [];
  const normalized: number[] = [];
  for (let patient = 0; patient < PATIENTS; patient++) {
    const truth = draw(uniform);
    const points = pointsOf(truth, times, stated).map(point => {
      const factor = 1 + noise * normal(random);
      return { ...point, activity: { ...point.activity, value: (point.activity.value * factor) as typeof point.activity.value } };
    });
    const { value, standardUncertainty } = fitTimeActivity({ points, physicalHalfLife: LU_177, where: 'region' }).timeIntegratedActivity;
    relative.push(value / integralOf(truth) - 1);
    normalized.push((value - integralOf(truth)) / standardUncertainty);
  }
  return { relative, normalized };
}

/** The cohort of four scans with 2 % noise, which two rules look at. */
const standard = new Map(Object.entries(COHORTS).map(([name, draw]) => [name, errors(draw, [4, 24, 96, 168], 0.02)]));
const standardErrors = (name: string) => standard.get(name) ?? { relative: [], normalized: [] };

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const rms = (values: readonly number[]) => Math.sqrt(mean(values.map(value => value * value)));

describe('T4: the chosen model is unbiased over the curves that organs and lesions have, scans at 4, 24, 96 and 168 h', () => {
  // 1.5 %: an uptake that is over before the first scan cannot be seen and costs up to 1.4 % (half-time 1 h of an integral of 72 h); half a per cent is the noise of a mean of 40
  it.each(Object.keys(COHORTS))('%s, 2 %% noise: mean error at most 1.5 %%, root mean square at most 2.5 %%', name => {
    const { relative } = standardErrors(name);
    expect(Math.abs(mean(relative))).toBeLessThan(0.015);
    expect(rms(relative)).toBeLessThan(0.025);
  });
  // three clearance and uptake phases, the second of half a day with up to 40 %: more than four scans decide
  const worst = (name: string) => (name.startsWith('organ,') ? 0.05 : 0.03);
  it.each(Object.keys(COHORTS).map(name => [name, 100 * worst(name)] as const))('%s, without noise: no error above %d %%', name => {
    const { relative } = errors(COHORTS[name] as Draw, [4, 24, 96, 168], 0, 0.01);
    expect(Math.max(...relative.map(Math.abs))).toBeLessThan(worst(name));
  });
  it('noise three times larger than stated does not make the choice wild', () => {
    const { relative } = errors(COHORTS['kidney, two clearance phases'] as Draw, [4, 24, 96, 168], 0.03, 0);
    expect(Math.max(...relative.map(Math.abs))).toBeLessThan(0.08);
  });
  it('five scans resolve what four cannot', () => {
    const { relative } = errors(COHORTS['kidney, two clearance phases'] as Draw, [1, 4, 24, 96, 168], 0.02);
    expect(rms(relative)).toBeLessThan(0.015);
  });
  it('three scans: a kidney within 2.5 %, root mean square; a lesion whose uptake shows within 6 %', () => {
    expect(rms(errors(COHORTS['kidney, two clearance phases'] as Draw, [4, 24, 96], 0.02).relative)).toBeLessThan(0.025);
    // the slope rests on 24 and 96 h alone: sqrt(2) 2 % / (72 h ln 2 / 90 h) = 5 %; one exponential would err by 14 %
    expect(rms(errors(COHORTS['lesion, uptake and clearance'] as Draw, [4, 24, 96], 0.02).relative)).toBeLessThan(0.06);
  });
});

describe('T6: the stated uncertainty covers the error', () => {
  it.each(Object.keys(COHORTS))('%s: at least 85 %% of the errors within two standard uncertainties', name => {
    // nominally 95 %; 40 patients scatter by 3.4 %, and an uptake that no scan saw is not in the budget
    const { normalized } = standardErrors(name);
    expect(normalized.filter(value => Math.abs(value) < 2).length / PATIENTS).toBeGreaterThanOrEqual(0.85);
  });
});
