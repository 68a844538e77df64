import type { Estimate } from '@graywise/physics';
import { formatDuration } from '../src/format/formatDuration';
import { formatEstimate } from '../src/format/formatEstimate';
import { formatMoment } from '../src/format/formatMoment';
import { formatPercent } from '../src/format/formatPercent';
import { formatSignificant } from '../src/format/formatSignificant';
import { patientName } from '../src/format/patientName';
import { secondsLeft } from '../src/format/secondsLeft';
import { toCsv } from '../src/format/toCsv';

const estimate = (value: number, standardUncertainty: number): Estimate => ({
  value,
  standardUncertainty,
  degreesOfFreedom: null,
  distribution: 'normal',
  contributions: [],
});

describe('numbers', () => {
  it.each([
    [4.9123, 0.6149, '4.91 ± 0.61'],
    [4.9123, 0.0996, '4.91 ± 0.10'],
    [7363.6, 214.3, '7,360 ± 210'],
    [123456, 4321, '123,500 ± 4,300'],
    [0.01234, 0.00056, '0.01234 ± 0.00056'],
    [12.3, 0, '12.3'],
  ])('shows %p ± %p to the first two digits of the uncertainty', (value, uncertainty, text) => {
    expect(formatEstimate(estimate(value, uncertainty))).toBe(text);
  });

  it('scales to the unit that is shown', () => {
    expect(formatEstimate(estimate(7.36e9, 2.1e8), 1e-6)).toBe('7,360 ± 210');
  });

  it.each([
    [0, '0'],
    [23, '23.0'],
    [0.00123456, '0.00123'],
    [99951, '100,000'],
  ])('shows %p with three significant digits', (value, text) => {
    expect(formatSignificant(value)).toBe(text);
  });

  it('shows shares as percentages', () => {
    expect([formatPercent(0.0004), formatPercent(0.051), formatPercent(0.42)]).toEqual(['< 0.1 %', '5.1 %', '42 %']);
  });
});

describe('times', () => {
  it('shows a moment in the zone it was stated in', () => {
    expect(formatMoment({ epochSeconds: Date.parse('2026-11-22T14:05:00+01:00') / 1000, offsetMinutes: 60 })).toBe('22 Nov 2026 14:05');
  });

  it('shows durations in the unit that reads best', () => {
    expect([formatDuration(45), formatDuration(720), formatDuration(86_760)]).toEqual(['45 s', '12 min', '24.1 h']);
  });

  it('says the time left only once it can', () => {
    expect(secondsLeft({ fraction: 0.01, startedAt: 0 }, 10_000)).toBeNull();
    expect(secondsLeft({ fraction: 0.25, startedAt: 0 }, 10_000)).toBe(30);
  });
});

describe('texts', () => {
  it('shows a name of DICOM as people write it', () => {
    expect([patientName('Doe^Jane'), patientName('Phantom')]).toEqual(['Jane Doe', 'Phantom']);
  });

  it('writes CSV that a spreadsheet takes as text', () => {
    expect(
      toCsv([
        ['a,b', 'say "x"'],
        ['=1+1', '-3.2'],
      ]),
    ).toBe('"a,b","say ""x"""\r\n\'=1+1,-3.2');
  });
});
