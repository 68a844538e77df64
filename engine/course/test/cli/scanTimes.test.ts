import { hours, makeEstimate, scanTimeAdvice } from '@graywise/physics';
import { scanTimesJson } from '../../src/cli/scanTimesJson.js';
import { scanTimesTable } from '../../src/cli/scanTimesTable.js';

describe('the best time of one scan, on the command line', () => {
  const halfLife = makeEstimate(hours(51), [{ source: 'half-life prior', key: 'x', standardUncertainty: 0.2 * hours(51) }], {
    distribution: 'lognormal',
  });
  const advice = [
    {
      name: 'kidneys',
      label: 'Kidneys',
      halfLife,
      source: '51.0 h in cycle 1',
      confirmed: false,
      ...scanTimeAdvice(halfLife, hours(159.53)),
    },
  ];
  it('is a row with the time, what the half-life leaves then, and the window', () => {
    // near T / ln 2 = 74 h (Madsen 2013)
    expect(scanTimesTable(advice)).toMatch(/^Kidneys +7\d +\d\.\d +\d+ to \d+ +51\.0 h in cycle 1 \(suggested\)$/m);
    expect(scanTimesTable([])).toBe('');
  });
  it('is in hours in the JSON', () => {
    const [found] = scanTimesJson(advice) as [{ best_h: number; window_h: number[] }];
    expect(Math.abs(found.best_h / (51 / Math.LN2) - 1)).toBeLessThan(0.08);
    expect(found.window_h[0]).toBeLessThan(found.best_h);
  });
});
