import { GraywiseError } from '@graywise/physics';
import { factsToJson, parseFacts } from '../../src/index.js';

const ADMINISTRATION = {
  cycle: 1,
  radiopharmaceutical: '177Lu-DOTATATE',
  preAssay: { activity_MBq: 7450, at: '2026-03-02T09:10:00+01:00' },
  residual: { activity_MBq: 35, at: '2026-03-02T10:20:00+01:00' },
  start: '2026-03-02T09:40:00+01:00',
  end: '2026-03-02T10:10:00+01:00',
};
const CALIBRATION = {
  kind: 'cylinder',
  series: 'calibration/spect',
  activity_MBq: 500,
  at: '2026-02-10T08:00:00Z',
  volume_mL: 6500,
  u_rel: 0.02,
};
const KIDNEYS = {
  id: 'our-kidneys',
  radiopharmaceutical: '177Lu-DOTATATE',
  regions: ['kidneys', 'kidney-left', 'kidney-right'],
  quantity: 'absorbed dose per activity',
  unit: 'Gy/GBq',
  mean: 0.55,
  sd: 0.2,
  n: 40,
  method: 'SPECT/CT at 4, 24, 96 h',
  imaging: 'SPECT',
  source: 'own patients',
};
const COHORT = {
  id: 'our-patients',
  radiopharmaceutical: '177Lu-DOTATATE',
  regions: ['kidneys'],
  source: 'own patients',
  patients: [
    [
      { amplitude: 80, halfLife_h: 50 },
      { amplitude: 20, halfLife_h: 5 },
    ],
    [{ amplitude: 100, halfLife_h: 60 }],
  ],
};
const WHOLE = {
  administrations: [ADMINISTRATION],
  calibrations: [
    CALIBRATION,
    {
      kind: 'spheres',
      series: '1.2.3',
      activity_MBq: 40,
      at: '2026-02-10T08:00:00Z',
      diameters_mm: [10, 37],
      centresLps_mm: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      u_rel: 0.03,
      validDays: 90,
    },
  ],
  deadTime: { model: 'paralyzable', tau_us: 0.5 },
  huToDensity_g_per_mL: [
    [-1000, 0.001],
    [0, 1],
    [1000, 1.6],
  ],
  effectiveHalfLives: { kidneys: { halfLife_h: 52, u_rel: 0.1 } },
  priors: {
    version: '2026-03',
    values: [
      KIDNEYS,
      { ...KIDNEYS, id: 'our-lesions', regions: ['lesion'], mean: undefined, median: 3, gsd: 2, n: undefined, confirmed: false },
      {
        ...KIDNEYS,
        id: 'psma',
        radiopharmaceutical: '177Lu-PSMA-617',
        unit: 'Gy',
        perCycle_GBq: 7.4,
        mean: 4.04,
        sd: 1.5,
        certainty: 'recalled',
      },
      { ...KIDNEYS, id: 'half-life', quantity: 'effective half-life', unit: 'd', mean: 2.1, sd: 0.4 },
    ],
  },
};

function refused(json: unknown): { where: unknown; expected: unknown; code: string } {
  try {
    parseFacts(json);
  } catch (error) {
    if (error instanceof GraywiseError) return { where: error.details['where'], expected: error.details['expected'], code: error.code };
  }
  throw new Error('the facts were accepted');
}

describe('R40 a facts file', () => {
  it('R40 is read into SI units and instants', () => {
    const { administrations, calibrations, deadTime } = parseFacts(WHOLE);
    expect(administrations[0]?.preAssay.activity).toBe(7.45e9);
    expect(administrations[0]?.start).toEqual({ epochSeconds: Date.parse('2026-03-02T08:40:00Z') / 1000, offsetMinutes: 60 });
    expect(calibrations[1]?.centresLpsMm).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(deadTime?.tau).toBeCloseTo(0.5e-6, 12);
  });

  it('R40 comes back from factsToJson as the same facts', () => {
    const facts = parseFacts(WHOLE);
    expect(parseFacts(JSON.parse(JSON.stringify(factsToJson(facts))))).toEqual(facts);
  });

  it("K4: a site's own population values are read with their version, confirmed by the site unless it says otherwise", () => {
    const [kidneys, lesions, psma, halfLife] = parseFacts(WHOLE).priors ?? [];
    expect(kidneys).toMatchObject({ id: 'our-kidneys', version: '2026-03', origin: 'site', confirmed: true, n: 40, imaging: 'SPECT' });
    expect(lesions).toMatchObject({ median: 3, logDeviation: expect.closeTo(Math.log(2), 12), n: null, confirmed: false });
    // cohort-02: 4.04 Gy per cycle of 7.4 GBq is 0.546 Gy/GBq
    expect(psma!.median * Math.exp(psma!.logDeviation ** 2 / 2)).toBeCloseTo(0.545946, 6);
    expect(halfLife!.median * Math.exp(halfLife!.logDeviation ** 2 / 2)).toBeCloseTo(50.4, 6);
  });

  it.each([
    ['4.04 "Gy/GBq" for kidneys (cohort-02)', { mean: 4.04 }, 'GW_PRIOR_REFUSED'],
    ['no unit', { unit: undefined }, 'GW_PRIOR_REFUSED'],
    ['a half-life of 200 h', { quantity: 'effective half-life', unit: 'h', mean: 200, sd: 20 }, 'GW_PRIOR_REFUSED'],
    ['no source', { source: undefined }, 'GW_FACTS_INVALID'],
    ['a median without spread', { mean: undefined, median: 0.5 }, 'GW_FACTS_INVALID'],
  ])('K4: a population value with %s is refused', (_what, change, code) => {
    expect(refused({ priors: { version: '1', values: [{ ...KIDNEYS, ...change }] } }).code).toBe(code);
  });

  it("K4: a site's own cohort is read into rates, and written again as half-lives", () => {
    const facts = parseFacts({ cohorts: [COHORT, { ...COHORT, id: 'another', confirmed: false }] });
    const [first, second] = facts.cohorts ?? [];
    expect(first).toMatchObject({ id: 'our-patients', confirmed: true });
    expect(first?.members[0]?.terms[1]).toEqual({ amplitude: 20, rate: expect.closeTo(Math.LN2 / 18000, 15) as number });
    expect(second?.confirmed).toBe(false);
    const { cohorts } = factsToJson(facts) as { cohorts: (typeof COHORT)[] };
    expect(cohorts[0]?.patients[0]?.[0]?.halfLife_h).toBeCloseTo(50, 9);
    expect(cohorts[1]).toMatchObject({ confirmed: false, source: 'own patients', firstScan_h: 12 });
    expect(parseFacts({ cohorts: [{ ...COHORT, firstScan_h: 4 }] }).cohorts?.[0]?.firstScan).toBe(14400);
  });

  it.each([
    ['one patient', { patients: COHORT.patients.slice(1) }, 'GW_PRIOR_REFUSED'],
    ['a half-life of 200 h', { patients: [...COHORT.patients, [{ amplitude: 1, halfLife_h: 200 }]] }, 'GW_PRIOR_REFUSED'],
    ['no amplitude', { patients: [[{ halfLife_h: 20 }], COHORT.patients[0]] }, 'GW_FACTS_INVALID'],
    ['no source', { source: undefined }, 'GW_FACTS_INVALID'],
  ])('K4: a cohort with %s is refused', (_what, change, code) => {
    expect(refused({ cohorts: [{ ...COHORT, ...change }] }).code).toBe(code);
  });
  it('K4: two cohorts of one name are refused', () => {
    expect(refused({ cohorts: [COHORT, COHORT] }).code).toBe('GW_FACTS_INVALID');
  });

  it('R40 may leave out every list and every optional field', () => {
    expect(parseFacts({})).toEqual({ administrations: [], calibrations: [], deadTime: null, huToDensity: null, effectiveHalfLives: {} });
    expect(
      parseFacts({ administrations: [{ ...ADMINISTRATION, residual: null, end: undefined }], deadTime: null }).administrations[0]?.residual,
    ).toBeNull();
  });

  it('R40 may carry a remark that is nobody else’s field', () => {
    expect(() => parseFacts({ ...WHOLE, comment: 'from the logbook' })).not.toThrow();
  });

  it.each([
    ['a list', [], 'the top'],
    ['a time without zone', { administrations: [{ ...ADMINISTRATION, start: '2026-03-02T09:40:00' }] }, 'administrations[0].start'],
    [
      'an activity as text',
      { administrations: [{ ...ADMINISTRATION, preAssay: { activity_MBq: '7450', at: ADMINISTRATION.start } }] },
      'administrations[0].preAssay.activity_MBq',
    ],
    ['no assay', { administrations: [{ ...ADMINISTRATION, preAssay: undefined }] }, 'administrations[0].preAssay'],
    ['an end before the start', { administrations: [{ ...ADMINISTRATION, end: '2026-03-02T09:00:00+01:00' }] }, 'administrations[0].end'],
    ['a cycle twice', { administrations: [ADMINISTRATION, ADMINISTRATION] }, 'administrations'],
    ['a slip of the pen', { administrations: [{ ...ADMINISTRATION, residuel: ADMINISTRATION.residual }] }, 'administrations[0].residuel'],
    ['another unit', { calibrations: [{ ...CALIBRATION, activity_GBq: 0.5 }] }, 'calibrations[0].activity_GBq'],
    ['a kind that does not exist', { calibrations: [{ ...CALIBRATION, kind: 'cube' }] }, 'calibrations[0].kind'],
    ['an uncertainty in percent', { calibrations: [{ ...CALIBRATION, u_rel: 2 }] }, 'calibrations[0].u_rel'],
    ['a centre of two numbers', { calibrations: [{ ...CALIBRATION, centresLps_mm: [[1, 2]] }] }, 'calibrations[0].centresLps_mm[0]'],
    [
      'HU out of order',
      {
        huToDensity_g_per_mL: [
          [0, 1],
          [-1000, 0],
        ],
      },
      'huToDensity_g_per_mL',
    ],
    ['a half-life of zero', { effectiveHalfLives: { liver: { halfLife_h: 0, u_rel: 0.1 } } }, 'effectiveHalfLives.liver.halfLife_h'],
  ])('R41 with %s is refused at its path', (_what, json, where) => {
    expect(refused(json)).toMatchObject({ code: 'GW_FACTS_INVALID', where });
  });
});
