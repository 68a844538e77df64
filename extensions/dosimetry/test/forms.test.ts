jest.mock('@graywise/course', () => ({}));
import { administrationOfFields } from '../src/facts/administrationOfFields';
import { NO_FACTS } from '@graywise/physics';
import { calibrationOfFields } from '../src/facts/calibrationOfFields';
import { measurementSeries, withMeasurements, withoutSeries } from '../src/facts/measurementSeries';

const administration = {
  radiopharmaceutical: '177Lu-DOTATATE',
  preActivity: '7420',
  preAt: '2026-03-02T09:38',
  residualActivity: '40',
  residualAt: '2026-03-02T11:02',
  start: '2026-03-02T10:09',
  end: '',
  offsetMinutes: 60,
};

describe('the form of the administration', () => {
  it('states facts with full moments and SI units', () => {
    const facts = administrationOfFields(2, administration);
    expect(facts).toMatchObject({ cycle: 2, preAssay: { activity: 7.42e9 }, residual: { activity: 4e7 }, end: null });
    expect(facts.start).toEqual({ epochSeconds: Date.parse('2026-03-02T10:09:00+01:00') / 1000, offsetMinutes: 60 });
  });

  it.each([
    [{ radiopharmaceutical: ' ' }, 'GW_FACTS_INVALID'],
    [{ preActivity: '' }, 'GW_FACTS_INVALID'],
    [{ start: '' }, 'GW_DATE_TIME'],
    [{ residualActivity: '-3' }, 'GW_NEGATIVE'],
  ])('refuses %p', (change, code) => {
    expect(() => administrationOfFields(1, { ...administration, ...change })).toThrow(expect.objectContaining({ code }));
  });
});

describe('the form of the calibration source', () => {
  const fields = {
    kind: 'cylinder' as const,
    series: '1.2',
    activity: '515',
    at: '2026-02-09T11:20',
    volume: '6500',
    percentUncertainty: '1.5',
    offsetMinutes: 0,
  };

  it('states facts', () => {
    expect(calibrationOfFields(fields)).toMatchObject({ series: '1.2', activity: 5.15e8, volume: 6500, relativeUncertainty: 0.015 });
  });

  it('refuses a source without an acquisition', () => {
    expect(() => calibrationOfFields({ ...fields, series: '' })).toThrow(expect.objectContaining({ code: 'GW_FACTS_INVALID' }));
  });
});

describe('the form of measurements', () => {
  const at = (hours: number) => ({ epochSeconds: Date.parse('2026-03-02T09:00:00+00:00') / 1000 + hours * 3600, offsetMinutes: 60 });
  const row = (region: string, hours: number) =>
    ({ cycle: 1, kind: 'probe', region, at: at(hours), referenceAt: null, backgroundCorrection: null, comment: null, values: {} }) as const;

  it('says what a file holds, a line for each series', () => {
    expect(measurementSeries([row('kidneys', 24), row('whole-body', 1), row('kidneys', 4)]).map(({ words }) => words)).toEqual([
      'Cycle 1, kidneys, probe: 2 measurements, 2 Mar 2026 14:00 to 3 Mar 2026 10:00',
      'Cycle 1, whole-body, probe: 1 measurement, 2 Mar 2026 11:00',
    ]);
  });

  it('a corrected table takes the place of the wrong one, and a series may go', () => {
    const facts = withMeasurements(NO_FACTS, [row('kidneys', 4), row('kidneys', 24)]);
    const corrected = { ...row('kidneys', 24), comment: 'counted again' };
    const after = withMeasurements(facts, [corrected]);
    expect(after.measurements).toEqual([row('kidneys', 4), corrected]);
    const [series] = measurementSeries(after.measurements ?? []);
    expect(series && withoutSeries(after, series).measurements).toEqual([]);
  });
});
