jest.mock('@graywise/course', () => ({}));
import { administrationOfFields } from '../src/facts/administrationOfFields';
import { factsToJson, parseFacts } from '@graywise/dicom';
import { NO_FACTS } from '@graywise/physics';
import { calibrationOfFields } from '../src/facts/calibrationOfFields';
import { resolutionOfFields } from '../src/facts/resolutionOfFields';
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
    kind: 'cylinder' as 'cylinder' | 'sphere' | 'spheres',
    series: '1.2',
    activity: '515',
    at: '2026-02-09T11:20',
    volume: '6500',
    spheres: '',
    percentUncertainty: '1.5',
    offsetMinutes: 0,
  };

  it('states facts', () => {
    expect(calibrationOfFields(fields)).toMatchObject({ series: '1.2', activity: 5.15e8, volume: 6500, relativeUncertainty: 0.015 });
  });

  it('refuses a source without an acquisition', () => {
    expect(() => calibrationOfFields({ ...fields, series: '' })).toThrow(expect.objectContaining({ code: 'GW_FACTS_INVALID' }));
  });

  it('asks for no volume of a source that is no cylinder', () => {
    expect(() => calibrationOfFields({ ...fields, volume: '' })).toThrow(expect.objectContaining({ code: 'GW_FACTS_INVALID' }));
    expect(calibrationOfFields({ ...fields, kind: 'sphere', volume: '' })).toMatchObject({ kind: 'sphere', volume: null, diametersMm: [] });
  });

  it('states spheres, a line each, as a facts file does', () => {
    const spheres = '10, 57.2, 0, 0\n\n 37;28.6 -49.5\t0 \n';
    const facts = calibrationOfFields({ ...fields, kind: 'spheres', spheres });
    expect(facts).toMatchObject({
      kind: 'spheres',
      volume: null,
      diametersMm: [10, 37],
      centresLpsMm: [
        [57.2, 0, 0],
        [28.6, -49.5, 0],
      ],
    });
    expect(parseFacts(factsToJson({ ...NO_FACTS, calibrations: [facts] })).calibrations).toEqual([facts]);
  });

  it.each([
    ['', 'a line for each sphere'],
    ['37, 0, 0, 0\n22, 10, 0', 'line 2 of the spheres'],
    ['37, 0, 0, 0, 5', 'line 1 of the spheres'],
    ['37, 0, zero, 0', '37, 0, zero, 0'],
    ['37,,0,0', 'line 1 of the spheres'],
    ['37 28,6 -49,5 0', 'four numbers with a decimal point'],
    ['0, 1, 2, 3', 'a diameter above 0'],
  ])('refuses the spheres %p, and says where', (spheres, words) => {
    const refused = expect.objectContaining({ code: 'GW_FACTS_INVALID', message: expect.stringContaining(words) as string }) as Error;
    expect(() => calibrationOfFields({ ...fields, kind: 'spheres', spheres })).toThrow(refused);
  });
});

describe('the form of the resolution', () => {
  it('states the width and its uncertainty in mm, as a facts file does', () => {
    const resolution = resolutionOfFields({ fwhm: '7.2', uncertainty: '0.5' });
    expect(parseFacts(factsToJson({ ...NO_FACTS, resolution })).resolution).toEqual({ fwhmMm: 7.2, uncertaintyMm: 0.5 });
  });

  it.each([
    [{ fwhm: '', uncertainty: '0.5' }, 'full width at half maximum'],
    [{ fwhm: '7', uncertainty: '' }, 'standard uncertainty'],
    [{ fwhm: '-7', uncertainty: '0.5' }, '-7'],
    [{ fwhm: 'Infinity', uncertainty: '0.5' }, 'Infinity'],
  ])('refuses %p', (fields, words) => {
    const refused = expect.objectContaining({ code: 'GW_FACTS_INVALID', message: expect.stringContaining(words) as string }) as Error;
    expect(() => resolutionOfFields(fields)).toThrow(refused);
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
