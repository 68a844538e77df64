import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraywiseError, MEASUREMENT_COLUMNS, TEXT_COLUMNS } from '@graywise/physics';
import { factsToJson, parseFacts, parseMeasurements } from '../../src/index.js';

const DOCS = join(__dirname, '../../../../docs');
const HEAD = 'cycle,kind,region,at,counts,duration_s';
const ROW = '1,probe,thyroid,2026-03-02T14:10:00+01:00,1200,60';

function refusal(text: string): { code: string; where: unknown; expected: unknown; found: unknown } {
  try {
    parseMeasurements(text, 'a.csv');
  } catch (fault) {
    if (fault instanceof GraywiseError)
      return { code: fault.code, where: fault.details['where'], expected: fault.details['expected'], found: fault.details['found'] };
  }
  throw new Error('the measurements were accepted');
}

describe('M1 a file of measurements', () => {
  it('M1 the example of the documentation is read, and lasts through a facts file', () => {
    const rows = parseMeasurements(readFileSync(join(DOCS, 'examples/measurements.csv'), 'utf8'), 'measurements.csv');
    expect(rows.map(({ kind }) => kind)).toEqual([
      ...Array<string>(3).fill('planar'),
      ...Array<string>(4).fill('whole body'),
      ...Array<string>(4).fill('blood'),
    ]);
    expect(rows[0]).toEqual({
      cycle: 1,
      kind: 'planar',
      region: 'kidneys',
      at: { epochSeconds: Date.parse('2026-03-02T13:40:00Z') / 1000, offsetMinutes: 0 },
      referenceAt: null,
      backgroundCorrection: '1-x/L',
      comment: 'conjugate views',
      values: {
        duration_s: 600,
        counts_anterior: 152300,
        counts_posterior: 241800,
        background_counts_anterior: 21900,
        background_counts_posterior: 24100,
        region_area_cm2: 95,
        background_area_cm2: 40,
        thickness_cm: 23,
        source_thickness_cm: 5.5,
        attenuation_per_cm: 0.12,
        u_rel: 0.05,
        u_rel_shared: 0.2,
      },
    });
    expect(rows[10]?.comment).toBe('haemolytic, counted twice');
    const facts = parseFacts({ measurements: parseMeasurementsAsJson(rows) });
    expect(facts.measurements).toEqual(rows);
    expect(parseFacts(JSON.parse(JSON.stringify(factsToJson(facts))))).toEqual(facts);
  });

  it('M1 every column is documented, and every column that is documented exists', () => {
    const documented = new Set(
      [...readFileSync(join(DOCS, 'measurements.md'), 'utf8').matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell = '']) =>
        [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
      ),
    );
    expect([...documented].sort()).toEqual([...TEXT_COLUMNS, ...MEASUREMENT_COLUMNS.map(({ name }) => name)].sort());
  });

  it('M1 spreadsheets may use semicolons, decimal commas, quotes, a byte order mark and any ends of lines', () => {
    const plain = parseMeasurements(`${HEAD},u_rel,comment\n${ROW},0.05,"a, b"\n`, 'a.csv');
    const german = `\uFEFF${HEAD.replaceAll(',', ';')};u_rel;comment\r\n\r\n"1";probe; thyroid ;2026-03-02T14:10:00+01:00;1,2e3;60;0,05;"a, b"\r\n;;;;;;;\r\n`;
    expect(parseMeasurements(german, 'a.csv')).toEqual(plain);
    const old = `${HEAD};u_rel;comment\r${ROW}`
      .replaceAll(',', ';')
      .replaceAll('\r', ';0,05;a, b\r')
      .replace(';u_rel;comment;0,05;a, b', ';u_rel;comment');
    expect(parseMeasurements(`${old};0,05;a, b`, 'a.csv')).toEqual(plain);
  });

  it.each([
    ['a number with a comma among commas', `${HEAD}\n${ROW.replace('1200', '"1,200"')}`, 'line 2, column counts of a.csv', '"1,200"'],
    [
      'separators of thousands',
      `${HEAD}\n${ROW.replace('1200', '1.200')}`.replaceAll(',', ';').replace('1.200', '1.200,5'),
      'line 2, column counts of a.csv',
      '"1.200,5"',
    ],
    ['a word for a number', `${HEAD}\n\n${ROW.replace('1200', 'many')}`, 'line 3, column counts of a.csv', '"many"'],
    ['a time without zone', `${HEAD}\n${ROW.replace('+01:00', '')}`, 'line 2, column at of a.csv', '"2026-03-02T14:10:00"'],
    [
      'a day that no calendar has',
      `${HEAD}\n${ROW.replace('03-02', '02-30')}`,
      'line 2, column at of a.csv',
      '"2026-02-30T14:10:00+01:00"',
    ],
    ['a time of day alone', `${HEAD}\n${ROW.replace('2026-03-02T14:10:00+01:00', '14:10')}`, 'line 2, column at of a.csv', '"14:10"'],
    ['an unknown kind', `${HEAD}\n${ROW.replace('probe', 'urine')}`, 'line 2, column kind of a.csv', '"urine"'],
    ['no region', `${HEAD}\n${ROW.replace('thyroid', '')}`, 'line 2, column region of a.csv', 'nothing'],
    ['a cycle of zero', `${HEAD}\n0${ROW.slice(1)}`, 'line 2, column cycle of a.csv', '"0"'],
    ['a negative count', `${HEAD}\n${ROW.replace('1200', '-5')}`, 'line 2, column counts of a.csv', '-5'],
    ['a cell too few', `${HEAD}\n${ROW.replace(',60', '')}`, 'line 2 of a.csv', '5'],
    ['a cell too many', `${HEAD}\n${ROW}\n${ROW},7`, 'line 3 of a.csv', '7'],
    ['a column that is not known', `${HEAD},cuonts\n${ROW},5`, 'the header, column 7 of a.csv', '"cuonts"'],
    ['a column twice', `${HEAD},counts\n${ROW},5`, 'the header, column 7 of a.csv', 'counts again'],
    ['a column without a name', `${HEAD},\n${ROW},5`, 'the header, column 7 of a.csv', 'none over line 2'],
    ['no column of times', 'cycle,kind,region\n1,probe,liver', 'the header of a.csv', 'none'],
    ['a header without separators', 'cycle kind region at', 'the first line of a.csv', '"cycle kind region at"'],
    ['nothing at all', '', 'the first line of a.csv', 'nothing'],
    ['a header alone', HEAD, 'a.csv', 'none'],
    ['the same row again', `${HEAD}\n${ROW}\n${ROW}`, 'line 3 of a.csv', 'the same as in line 2'],
    ['UTF-16', `c\0y\0c\0`, 'the start of a.csv', 'another encoding'],
  ])('M1 %s is refused with its place', (_, text, where, found) => {
    expect(refusal(text)).toMatchObject({ code: 'GW_MEASUREMENTS_INVALID', where, found });
  });

  it('M1 a quote that does not close is refused with its line, lines in quotes counted', () => {
    const text = `${HEAD},comment\n${ROW},"two\nlines"\n${ROW.replace('14:10', '15:10')},"open\n`;
    expect(refusal(text)).toMatchObject({ code: 'GW_MEASUREMENTS_INVALID', where: 'line 4 of a.csv' });
  });

  it.each([
    ['counts without their duration', { counts: 5 }, 'duration_s'],
    ['counts and activity', { counts: 5, duration_s: 60, activity_MBq: 3 }, 'counts'],
    ['one detector and two sides', { counts: 5, counts_anterior: 5, duration_s: 60 }, 'counts'],
    ['neither counts nor activity', { duration_s: 60 }, 'counts_anterior'],
    ['a column of another kind', { counts: 5, duration_s: 60, sample_mass_g: 1 }, 'sample_mass_g'],
    ['background without counts', { counts_anterior: 5, duration_s: 60, background_counts_posterior: 1 }, 'counts_posterior'],
  ])('M1 %s is refused for a probe', (_, values, column) => {
    expect(refusedField({ kind: 'probe', region: 'thyroid', ...values })).toBe(`measurements[0].${column}`);
  });

  const PLANAR = { kind: 'planar', region: 'kidneys', counts_anterior: 9, counts_posterior: 9, duration_s: 60 };
  const BACKGROUND = { background_counts_anterior: 1, background_counts_posterior: 1, region_area_cm2: 2, background_area_cm2: 2 };
  it.each([
    ['background of one side', { background_counts_anterior: 1 }, 'background_counts_posterior'],
    ['background without its variant', BACKGROUND, 'background_correction'],
    ['1-x/L without the thickness', { ...BACKGROUND, background_correction: '1-x/L' }, 'thickness_cm'],
    [
      'a source thicker than the body',
      { ...BACKGROUND, background_correction: '1-x/L', thickness_cm: 5, source_thickness_cm: 5 },
      'source_thickness_cm',
    ],
    ['a variant without background', { background_correction: 'whole' }, 'background_correction'],
    ['one scatter window', { lower_counts_anterior: 1 }, 'upper_counts_anterior'],
    [
      'scatter without widths',
      { lower_counts_anterior: 1, upper_counts_anterior: 1, lower_counts_posterior: 1, upper_counts_posterior: 1 },
      'photopeak_width_keV',
    ],
    ['a sensitivity without attenuation', { sensitivity_per_s_per_MBq: 6 }, 'attenuation_per_cm'],
    ['a transmission above 1', { transmission: 1.2 }, 'transmission'],
  ])('M1 %s is refused for planar views', (_, values, column) => {
    expect(refusedField({ ...PLANAR, ...values })).toBe(`measurements[0].${column}`);
  });

  it('M1 blood and whole body have their own region, blood counts their sample', () => {
    expect(refusedField({ kind: 'blood', region: 'kidneys', concentration_kBq_per_mL: 3 })).toBe('measurements[0].region');
    expect(refusedField({ kind: 'whole body', region: 'body', activity_MBq: 3 })).toBe('measurements[0].region');
    expect(refusedField({ kind: 'blood', region: 'blood', counts: 3, duration_s: 6, sample_mass_g: 1 })).toBe(
      'measurements[0].efficiency_counts_per_decay',
    );
    expect(refusedField({ kind: 'blood', region: 'blood', concentration_kBq_per_mL: 3, remark: 'x' })).toBe('measurements[0].remark');
  });
});

function parseMeasurementsAsJson(rows: ReturnType<typeof parseMeasurements>): unknown {
  const facts = { ...parseFacts({}), measurements: rows };
  return (JSON.parse(JSON.stringify(factsToJson(facts))) as { measurements: unknown }).measurements;
}

/** The path that a facts file with one such measurement is refused at. */
function refusedField(row: Record<string, unknown>): unknown {
  try {
    parseFacts({ measurements: [{ cycle: 1, at: '2026-03-02T14:10:00+01:00', ...row }] });
  } catch (fault) {
    if (fault instanceof GraywiseError && fault.code === 'GW_FACTS_INVALID') return fault.details['where'];
  }
  throw new Error('the measurement was accepted');
}
