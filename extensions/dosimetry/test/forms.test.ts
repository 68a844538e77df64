jest.mock('@graywise/course', () => ({}));
import { administrationOfFields } from '../src/facts/administrationOfFields';
import { calibrationOfFields } from '../src/facts/calibrationOfFields';
import { measurementSeries } from '../src/facts/measurementSeries';

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
    expect(measurementSeries([row('kidneys', 24), row('whole-body', 1), row('kidneys', 4)])).toEqual([
      'Cycle 1, kidneys, probe: 2 measurements, 2 Mar 2026 14:00 to 3 Mar 2026 10:00',
      'Cycle 1, whole-body, probe: 1 measurement, 2 Mar 2026 11:00',
    ]);
  });
});
