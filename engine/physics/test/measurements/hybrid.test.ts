import {
  becquerel,
  hours,
  hybridCurve,
  makeEstimate,
  second,
  seriesSignals,
  type CurvePoint,
  type MeasuredPoint,
} from '../../src/index.js';
import { row, START } from './rows.js';

const scan = (after: number, value: number): CurvePoint => ({
  timePoint: 1,
  afterAdministration: hours(after),
  activity: makeEstimate(becquerel(value), [{ source: 'calibration', key: 'calibration:1', standardUncertainty: 0.05 * value }]),
});
const counted = (after: number, value: number, share = 0): MeasuredPoint => ({
  afterAdministration: hours(after),
  value: makeEstimate(value, [
    { source: 'counts', key: `counts:${after}`, standardUncertainty: 0.02 * value },
    { source: 'calibration', key: 'planar', standardUncertainty: share * value },
  ]),
});
const truth = (after: number): number => 4e8 * 2 ** (-after / 50);

describe('hybrid curves', () => {
  it('M5 planar counts in any unit take the size of the SPECT of their session', () => {
    const series = [4, 24, 72, 168].map(after => counted(after, truth(after) * 3e-7));
    const curve = hybridCurve({ scans: [scan(24.5, truth(24.5))], series, kind: 'planar', where: 'kidneys' });
    expect(curve.map(({ timePoint, measuredBy, afterAdministration }) => [timePoint, measuredBy, afterAdministration / 3600])).toEqual([
      [0, 'planar', 4],
      [1, undefined, 24.5],
      [0, 'planar', 72],
      [0, 'planar', 168],
    ]);
    // exact for one exponential, between whose points the series is followed
    for (const { activity, afterAdministration } of curve) expect(activity.value / truth(afterAdministration / 3600)).toBeCloseTo(1, 12);
  });

  it('M5 what the planar series shares cancels, what the SPECT is uncertain by stays, counts of both views remain', () => {
    const series = [24, 96].map(after => counted(after, truth(after), 0.3));
    const [, late] = hybridCurve({ scans: [scan(24, truth(24))], series, kind: 'planar', where: 'kidneys' });
    const relative = new Map(
      late?.activity.contributions.map(({ key, standardUncertainty }) => [key, standardUncertainty / late.activity.value]),
    );
    expect(relative.get('planar')).toBeCloseTo(0, 12);
    expect(relative.get('calibration:1')).toBeCloseTo(0.05, 12);
    expect(relative.get('counts:24')).toBeCloseTo(-0.02, 12);
    expect(relative.get('counts:96')).toBeCloseTo(0.02, 12);
  });

  it('M5 with two SPECT the scale is the mean of theirs, and their views are no points', () => {
    const series = [4, 24, 96, 168].map(after => counted(after, truth(after)));
    const curve = hybridCurve({ scans: [scan(24, 1.1 * truth(24)), scan(96, 0.9 * truth(96))], series, kind: 'planar', where: 'kidneys' });
    expect(curve.map(({ afterAdministration }) => afterAdministration / 3600)).toEqual([4, 24, 96, 168]);
    expect((curve[3]?.activity.value ?? 0) / truth(168)).toBeCloseTo(1, 12);
  });

  it.each([
    ['no view near a SPECT', [4, 40, 90]],
    ['no view beside that of the SPECT', [24]],
  ])('M5 is refused with %s', (_, times) => {
    const series = times.map(after => counted(after, truth(after)));
    expect(() => hybridCurve({ scans: [scan(24, 1)], series, kind: 'planar', where: 'kidneys' })).toThrow(/within 3 h of a SPECT/);
  });

  it('M4 a series with activities in some rows and bare counts in others is refused', () => {
    const rows = [row('probe', 1, { counts: 100, duration_s: 10 }), row('probe', 20, { activity_MBq: 3 })];
    expect(() => seriesSignals(rows, START, second(1e6))).toThrow(/in every row of the series, or in none/);
  });

  it('M4 a measurement before the administration and two at one time are refused', () => {
    const counts = { counts: 100, duration_s: 10 };
    expect(() => seriesSignals([row('probe', -1, counts)], START, second(1e6))).toThrow(/60 min before/);
    expect(() => seriesSignals([row('probe', 1, counts), row('probe', 1, counts)], START, second(1e6))).toThrow(/found two/);
  });
});
