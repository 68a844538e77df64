import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import {
  administeredAgainstPrescribed,
  becquerel,
  choosePlan,
  exactly,
  gigabecquerel,
  gray,
  grayPerBecquerel,
  hours,
  intervalFindings,
  makeEstimate,
  megabecquerel,
  namesCostAlone,
  parseProtocol,
  planNextActivity,
  predictCourse,
  protocolFor,
  protocolRequest,
  roundedToStock,
  shippedProtocols,
  verificationFindings,
  verificationLevel,
  type CyclePlan,
  type DoseLimit,
  type DoseTarget,
  type PlanRequest,
} from '@graywise/physics';
import { cumulativeDose } from '../../src/planning/cumulativeDose.js';
import { dosesOfCycles } from '../../src/planning/dosesOfCycles.js';
import { perActivityOf } from '../../src/planning/perActivityOf.js';
import { predictedRange } from '../../src/planning/predictedRange.js';
import type { RegionHistory } from '../../src/planning/regionHistory.js';
import { readJson } from '../support/readJson.js';
import { EFFECT_PER_GRAY, verifiedCycle } from './verifiedCycle.js';

const limit = (
  region: string,
  value: number,
  quantity: DoseLimit['quantity'] = 'absorbed dose',
  more: Partial<DoseLimit> = {},
): DoseLimit => ({
  region,
  value: gray(value),
  quantity,
  source: 'test',
  ...more,
});
const target = (region: string, value: number, more: Partial<DoseTarget> = {}): DoseTarget => ({
  region,
  value: gray(value),
  source: 'test',
  ...more,
});
const request = (parts: Partial<PlanRequest>): PlanRequest => ({
  cycle: 2,
  cyclesLeft: 3,
  limits: [],
  targets: [],
  riskAccepted: null,
  activityCap: null,
  ...parts,
});
const gbq = (value: number) => value / 1e9;
const patient = [
  verifiedCycle(1, 7.4, {
    kidneys: { doseGy: 5.2 },
    'red-marrow': { doseGy: 0.3, radiobiology: false },
    'lesion-1': { doseGy: 30, radiobiology: false },
    'lesion-2': { doseGy: 12, radiobiology: false },
  }),
];
const plan = (parts: Partial<PlanRequest>, more: { plans?: CyclePlan[] } = {}) =>
  planNextActivity({ request: request(parts), history: patient, ...more });
const refusal = (code: string): Error => expect.objectContaining({ code }) as Error;

describe('P8: limits and targets in BED and EQD2, per cycle, over lesions', () => {
  it('an EQD2 is the BED of the same effect: 1 + 2 / 2.6 times', () => {
    const inEqd2 = plan({ limits: [limit('kidneys', 15, 'EQD2')] });
    expect(inEqd2.activity).toBeCloseTo(plan({ limits: [limit('kidneys', 15 * (1 + 2 / 2.6), 'BED')] }).activity, 3);
    expect(inEqd2.predictions[0]?.cumulativeEqd2?.value).toBeCloseTo(15, 10);
  });
  it('a limit per cycle leaves aside what was delivered', () => {
    expect(gbq(plan({ limits: [limit('kidneys', 6, 'absorbed dose', { per: 'cycle' })] }).activity)).toBeCloseTo(6 / (5.2 / 7.4), 10);
  });
  it('the worst lesion needs what the neediest lesion needs; the mean what the mean needs', () => {
    expect(gbq(plan({ targets: [target('worst-lesion', 70)] }).activity)).toBeCloseTo(58 / (3 * (12 / 7.4)), 10);
    expect(gbq(plan({ targets: [target('mean-lesion', 70)] }).activity)).toBeCloseTo((70 - 21) / (3 * (21 / 7.4)), 10);
  });
  it('a target in BED with the radiobiology that the request states', () => {
    const stated = { region: 'lesion', alphaBetaGy: 10, repairHalfTime: hours(1.5), source: 'test', confirmed: true };
    const f = 1.5 / (1.5 + 50) / 10;
    const b = (70 - (30 + f * 30 ** 2)) / 3;
    const wanted = plan({ targets: [target('lesion-1', 70, { quantity: 'BED' })], radiobiology: [stated] });
    expect(gbq(wanted.activity)).toBeCloseTo((Math.sqrt(1 + 4 * f * b) - 1) / (2 * f) / (30 / 7.4), 10);
    expect(() => plan({ targets: [target('lesion-1', 70, { quantity: 'BED' })] })).toThrow(refusal('GW_LIMIT_INVALID'));
  });
  it('a target by its probability needs more than by its median, and reaches it with that probability', () => {
    const certain = plan({ targets: [target('lesion-1', 70, { probability: 0.9 })] });
    expect(certain.activity).toBeGreaterThan(plan({ targets: [target('lesion-1', 70)] }).activity);
    expect(certain.predictions.find(({ name }) => name === 'lesion-1')?.probabilityReachesTarget).toBeCloseTo(0.9, 6);
    expect(certain.jointTarget).toBeCloseTo(0.9, 6);
  });
});

describe('P2: population and patient', () => {
  it('a stated risk weighs the cycles against the population; the plain rule does not', () => {
    const weighed = plan({ limits: [limit('kidneys', 23)], riskAccepted: 0.05 });
    const [kidneys] = weighed.priors ?? [];
    expect(kidneys).toMatchObject({ region: 'kidneys', id: expect.stringContaining('kidneys') as string });
    // normal update: omega of the prior widened for its patients against one cycle of 15 %
    const omega = 0.472381 * Math.sqrt(1 + 1 / 18);
    const weight = 1 / omega ** 2 / (1 / omega ** 2 + 1 / Math.log(1 + 0.15 ** 2));
    expect(kidneys?.weight).toBeCloseTo(weight, 4);
    const median = 7.4 * Math.exp(weight * Math.log(0.339882) + (1 - weight) * Math.log(5.2 / 7.4));
    const at74 = predictCourse({ activity: gigabecquerel(7.4), request: weighed.request, history: patient });
    expect(at74.predictions[0]?.absorbedDose.value).toBeCloseTo(median, 4);
    expect(plan({ limits: [limit('kidneys', 23)] }).priors).toEqual([]);
  });
  it('case plan-06: population 0.585 with omega 0.43, cycles of 0.703 and 0.622 Gy/GBq with sigma 0.15', () => {
    const perGbq = (value: number) => grayPerBecquerel(value / 1e9);
    const omega = { source: 'population spread', key: 'prior', standardUncertainty: (0.43 * 0.585) / 1e9 } as const;
    const perActivityIn = perActivityOf({
      region: 'kidneys',
      measured: [0.703, 0.622].map((value, index) => ({ cycle: index + 1, value: exactly(perGbq(value)) })),
      prior: makeEstimate(perGbq(0.585), [omega], { distribution: 'lognormal' }),
      variation: { betweenCycles: 0.15, trendPerCycle: 0, trendDeviation: 0, suggested: [] },
    });
    const posterior = perActivityIn(3);
    expect(Math.abs((posterior.value * 1e9) / 0.65663 - 1)).toBeLessThan(1e-4);
    expect(Math.abs(posterior.standardUncertainty / posterior.value / 0.102979 - 1)).toBeLessThan(1e-4);
    const [next] = dosesOfCycles({ perActivityIn, betweenCycle: 0.15, family: 'kidneys' } as RegionHistory, gigabecquerel(1), 3, 1);
    expect(Math.abs(next!.standardUncertainty / next!.value / 0.181947 - 1)).toBeLessThan(1e-4);
    const [low, high] = predictedRange(next!).interval95;
    expect(Math.abs(low / 0.459668 - 1)).toBeLessThan(1e-4);
    expect(Math.abs(high / 0.937988 - 1)).toBeLessThan(1e-4);
  });
  it('two cycles to come average what is their own and share what is common', () => {
    const perActivityIn = perActivityOf({
      region: 'kidneys',
      measured: [
        { cycle: 1, value: makeEstimate(grayPerBecquerel(1e-9), [{ source: 'calibration', key: 'c', standardUncertainty: 1e-10 }]) },
      ],
      prior: null,
      variation: { betweenCycles: 0.2, trendPerCycle: 0, trendDeviation: 0, suggested: [] },
    });
    const doses = dosesOfCycles({ perActivityIn, betweenCycle: 0.2, family: 'kidneys' } as RegionHistory, gigabecquerel(1), 2, 2);
    const sum = cumulativeDose(exactly(gray(0)), doses);
    expect(sum.standardUncertainty / sum.value).toBeCloseTo(Math.sqrt(0.1 ** 2 + 0.2 ** 2 + 0.2 ** 2 / 2), 12);
  });
  it('before the first cycle the population alone: wide, level i', () => {
    const first = planNextActivity({
      request: request({
        cycle: 1,
        cyclesLeft: 4,
        limits: [limit('kidneys', 23)],
        riskAccepted: 0.05,
        radiopharmaceutical: '177Lu-DOTATATE',
      }),
      history: [],
    });
    expect(first.level).toBe('i');
    const kidneys = first.predictions.find(({ name }) => name === 'kidneys');
    expect(kidneys?.basis).toBe('population');
    const [low, high] = kidneys!.rangeOfCycle!.interval95;
    expect(high / low).toBeGreaterThan(6);
    expect(first.jointRisk).toBeCloseTo(0.05, 6);
    expect(first.warnings.map(({ code }) => code)).toContain('GW_POPULATION_STANDS');
    expect(first.predictions.map(({ name }) => name)).toEqual(expect.arrayContaining(['liver', 'spleen', 'red-marrow', 'lesion']));
  });
  it('a stated trend lets lesions fall and organs rise from cycle to cycle', () => {
    const trend = { organs: 0.05, lesions: -0.2, source: 'test', confirmed: false };
    const found = plan({ limits: [limit('kidneys', 23)], trend });
    // cycles 2 to 4 have 1.05, 1.05^2, 1.05^3 times the dose per activity of cycle 1
    expect(gbq(found.activity)).toBeCloseTo(17.8 / ((5.2 / 7.4) * (1.05 + 1.05 ** 2 + 1.05 ** 3)), 9);
    expect(found.warnings.filter(({ message }) => message.includes('change of the dose per activity'))).toHaveLength(1);
  });
  it('a limit may rest on the population where nobody measured, and the plan says so', () => {
    const kidneysOnly = [verifiedCycle(1, 7.4, { kidneys: { doseGy: 5.2 } })];
    const asked = request({
      limits: [limit('kidneys', 23), limit('red-marrow', 2, 'absorbed dose', { populationAllowed: true })],
      riskAccepted: 0.05,
    });
    const found = planNextActivity({ request: asked, history: kidneysOnly });
    expect(found.warnings.some(({ code, message }) => code === 'GW_POPULATION_STANDS' && message.startsWith('red-marrow'))).toBe(true);
    expect(found.jointRisk).toBeCloseTo(0.05, 6);
    expect(() => planNextActivity({ request: request({ limits: [limit('red-marrow', 2)] }), history: kidneysOnly })).toThrow(
      refusal('GW_REGION_UNKNOWN'),
    );
  });
});

describe('P10: a whole number of cycles of a fixed activity', () => {
  it.each([
    [27, 5],
    [40, 7],
  ])('case plan-04: 4.6 Gy per cycle keep within %d Gy BED for %d cycles', (bed, cycles) => {
    const history = [verifiedCycle(1, 7.4, { kidneys: { doseGy: 4.6 } })];
    const [counted] = planNextActivity({ request: request({ limits: [limit('kidneys', bed, 'BED')] }), history }).fixedActivityCycles ?? [];
    expect(counted).toMatchObject({ byMedian: cycles - 1, inAll: cycles, atRisk: null, binding: 'kidneys', activity: 7.4e9 });
    expect(EFFECT_PER_GRAY(50) * 4.6 ** 2 + 4.6).toBeCloseTo(5.03159, 5);
  });
  it('at a risk accepted not more than by the medians, and the risk is kept', () => {
    const [counted] =
      plan({ limits: [limit('kidneys', 23)], riskAccepted: 0.05, fixedActivity: gigabecquerel(5) }).fixedActivityCycles ?? [];
    expect(counted!.atRisk).toBeLessThanOrEqual(counted!.byMedian);
    const risk = (cyclesLeft: number) =>
      predictCourse({
        activity: gigabecquerel(5),
        request: request({ cyclesLeft, limits: [limit('kidneys', 23)], riskAccepted: 0.05 }),
        history: patient,
      }).jointRisk!;
    expect(risk(counted!.atRisk!)).toBeLessThanOrEqual(0.05);
    expect(risk(counted!.atRisk! + 1)).toBeGreaterThan(0.05);
  });
});

describe('P5: caps by name', () => {
  it('licence and stock bind by their names, at level ii', () => {
    const caps = [
      { name: 'licence', activity: gigabecquerel(7.4), source: 'label' },
      { name: 'stock', activity: gigabecquerel(6), source: 'delivery' },
    ] as const;
    const found = plan({ limits: [limit('kidneys', 40)], caps });
    expect([found.binding, gbq(found.activity), found.level]).toEqual(['stock', 6, 'ii']);
    expect(found.bounds?.map(({ kind }) => kind)).toEqual(['limit', 'licence', 'stock']);
    expect(found.reason).toContain('The stock of 6000 MBq decides');
  });
});

describe('P11: no window, and what would have to change', () => {
  it('names the limit that binds, the risk and the limit it would take', () => {
    const asked = { limits: [limit('kidneys', 23)], targets: [target('lesion-1', 140)], riskAccepted: 0.05 } as const;
    const found = plan(asked);
    expect(found.feasibleWindow).toBeNull();
    const { infeasibility } = found;
    expect(infeasibility?.binding).toBe('kidneys');
    const needed = infeasibility!.neededActivity;
    const at = (limits: DoseLimit[]) =>
      predictCourse({ activity: needed, request: request({ ...asked, limits }), history: patient }).jointRisk!;
    expect(infeasibility?.risk).toBeCloseTo(at([...asked.limits]), 10);
    // raised to what is said, the limit keeps the needed activity at 5 %
    expect(at([limit('kidneys', infeasibility!.limits[0]!.to)])).toBeCloseTo(0.05, 2);
    expect(infeasibility?.sentence).toMatch(/No activity keeps every limit.*kidneys allows.*a risk of \d+ %/);
  });
  it('a cap that leaves a target out of reach asks for more cycles', () => {
    const found = plan({ targets: [target('lesion-1', 119)], activityCap: gigabecquerel(7.4), cyclesLeft: 2 });
    expect(found.infeasibility).toMatchObject({ binding: 'cap', cyclesLeft: 3, risk: null, limits: [] });
  });
  it('is refused where the doses delivered pass the limit with more than the risk accepted, even without any activity', () => {
    const history = [verifiedCycle(1, 7.4, { kidneys: { doseGy: 22, calibration: 0.1 } })];
    const asked = { limits: [limit('kidneys', 23)], riskAccepted: 0.05 } as const;
    expect(() => planNextActivity({ request: request(asked), history })).toThrow(refusal('GW_NOTHING_FEASIBLE'));
    expect(planNextActivity({ request: request({ ...asked, riskAccepted: 0.45 }), history }).jointRisk).toBeCloseTo(0.45, 6);
  });
  it('is null where there is a window', () =>
    expect(plan({ limits: [limit('kidneys', 23)], targets: [target('lesion-1', 70)] }).infeasibility).toBeNull());
});

describe('P12: rounding and choice', () => {
  const asked = { limits: [limit('kidneys', 23)], targets: [target('lesion-1', 70)], riskAccepted: 0.05 } as const;
  it('rounded down to stock, doses and probabilities made anew, both kept', () => {
    const found = plan({ ...asked, roundTo: megabecquerel(500) });
    expect(found.activity % 5e8).toBe(0);
    expect(found.unrounded!.activity - found.activity).toBeGreaterThan(0);
    expect(found.unrounded!.activity - found.activity).toBeLessThan(5e8);
    expect(found.unrounded!.jointRisk).toBeCloseTo(0.05, 6);
    expect(found.jointRisk).toBeLessThan(0.05);
    expect(found.predictions[0]!.absorbedDose.value / found.unrounded!.predictions[0]!.absorbedDose.value).toBeCloseTo(
      found.activity / found.unrounded!.activity,
      12,
    );
  });
  it('whole steps stay; a step above the activity is refused', () => {
    expect(roundedToStock(megabecquerel(7400), megabecquerel(100))).toBe(7.4e9);
    expect(() => roundedToStock(megabecquerel(90), megabecquerel(100))).toThrow(refusal('GW_USAGE'));
  });
  const suggestion = plan(asked);
  const choose = (choice: Parameters<typeof choosePlan>[0]['choice'], reason: string, who: string | null = null) =>
    choosePlan({ plan: suggestion, history: patient, choice, reason, who });
  it('the suggestion needs no reason; anything else does', () => {
    expect(choose({ title: 'Suggested' }, '').chosen).toMatchObject({
      activity: suggestion.activity,
      override: null,
      level: { level: 'iii' },
    });
    expect(() => choose({ activity: gigabecquerel(3) }, '  ')).toThrow(refusal('GW_REASON_MISSING'));
    const lower = choose({ activity: gigabecquerel(3) }, 'renal function falls');
    expect(lower.chosen).toMatchObject({ title: '3000 MBq', reason: 'renal function falls', override: null, level: { level: 'ii' } });
    expect(lower.chosen!.jointRisk).toBeLessThan(0.05);
    expect(lower.activity).toBe(suggestion.activity);
  });
  it('passing the risk accepted is an override with who and why', () => {
    expect(() => choose({ title: 'Label: 7.4 GBq' }, 'as usual')).toThrow(refusal('GW_REASON_MISSING'));
    const over = choose({ title: 'Label: 7.4 GBq' }, 'progression, no renal risk factors', 'A. Practitioner');
    expect(over.chosen?.override).toMatchObject({ who: 'A. Practitioner', limits: ['kidneys: 23 Gy'] });
    expect(over.chosen!.override!.risk).toBeCloseTo(over.chosen!.jointRisk!, 12);
    expect(over.warnings.map(({ code }) => code)).toContain('GW_LIMIT_OVERRIDDEN');
  });
  it('a title that the plan has not is refused', () => expect(() => choose({ title: 'Nothing' }, 'x')).toThrow(refusal('GW_USAGE')));
  it.each([
    ['cost', true],
    ['The cost is too high.', true],
    ['because of limited funding', true],
    ['to save money', true],
    ['renal function falls; cost', false],
    ['low platelets', false],
    ['', false],
  ])('the reason "%s" names cost alone: %s', (reason, expected) => {
    expect(namesCostAlone(reason)).toBe(expected);
    if (expected) expect(choose({ activity: gigabecquerel(3) }, reason).warnings.map(({ code }) => code)).toContain('GW_REASON_COST');
  });
});

describe('P13: levels are computed from what was done', () => {
  it('of plan and verification apart', () => {
    const dose = plan({ limits: [limit('kidneys', 23)] });
    expect(dose.levels).toMatchObject({ plan: { level: 'iii' }, verification: { level: 'ii' } });
    expect(plan({ activityCap: gigabecquerel(3), limits: [limit('kidneys', 23)] }).levels?.plan.level).toBe('ii');
  });
  it('a verification is at level iii where the plan was, and was given as prescribed', () => {
    const planned = { ...plan({ limits: [limit('kidneys', 23)] }), chosenActivity: gigabecquerel(7.4) };
    const given = (activity: number) => verificationLevel(verifiedCycle(2, activity, { kidneys: { doseGy: 5 } }), planned).level;
    expect([given(7.3), given(9)]).toEqual(['iii', 'ii']);
    expect(verificationLevel(verifiedCycle(2, 7.4, {}), null).level).toBe('i');
  });
});

describe('P14: administered against prescribed', () => {
  it.each([
    [7.2, true, false, -2.7027],
    [8.3, false, false, 12.1622],
    [9.4, false, true, 27.027],
  ])('case adm-01: %d of 7.4 GBq', (administered, within, over, deviation) => {
    const check = administeredAgainstPrescribed(gigabecquerel(administered), gigabecquerel(7.4), gigabecquerel(7.4));
    expect([check.within10Percent, check.nonStandardised]).toEqual([within, over]);
    expect(100 * check.deviation).toBeCloseTo(deviation, 4);
  });
  it('stands in the next plan', () => {
    const first = { ...plan({ limits: [limit('kidneys', 23)] }), request: request({ cycle: 1 }), chosenActivity: gigabecquerel(6) };
    expect(plan({ limits: [limit('kidneys', 23)] }, { plans: [first] }).warnings.map(({ code }) => code)).toContain(
      'GW_ADMINISTERED_DIFFERS',
    );
  });
  it('more than 25 % above the label is non-standardised use', () => {
    expect(plan({ cyclesLeft: 1, limits: [limit('kidneys', 23)] }).warnings.map(({ code }) => code)).toContain('GW_NON_STANDARDISED');
  });
});

describe('P15: protocols', () => {
  const lu = protocolFor('Lutathera')!;
  it('are what their data say, and each value is suggested', () => {
    const folder = join(__dirname, '..', '..');
    expect(execFileSync(process.execPath, [join(folder, 'tools', 'generateProtocols.mjs'), '--check'], { encoding: 'utf8' })).toBe('');
    expect(shippedProtocols().map(({ id }) => id)).toEqual(['lu-177-dotatate', 'lu-177-psma-617', 'lu-177-psma-i-t']);
    for (const { limits, targets, label } of shippedProtocols())
      expect([...limits, ...targets, ...(label ? [label] : [])].every(({ confirmed, source }) => !confirmed && source !== '')).toBe(true);
    expect(lu.imaging.firstCycle.map(time => time / 3600)).toEqual([4, 24, 96, 168]);
    expect(lu.imaging.laterCycles).toEqual([[96 * 3600, 96 * 3600]]);
    expect(protocolFor('177Lu-PSMA-617')?.imaging.laterCycles).toEqual([[48 * 3600, 72 * 3600]]);
  });
  it('a verification lacks scans and organs of its protocol', () => {
    const scan = (at: number) => ({ afterAdministration: hours(at) }) as never;
    const cycle = { ...verifiedCycle(1, 7.4, { kidneys: { doseGy: 5 }, liver: { doseGy: 3 } }), scans: [scan(4), scan(22), scan(100)] };
    expect(verificationFindings(lu, cycle).map(({ kind, text }) => [kind, text.split(':')[1]?.split('(')[0]?.trim()])).toEqual([
      ['scan missing', 'no scan at 168 h'],
      ['organ missing', 'red-marrow not measured'],
      ['organ missing', 'spleen not measured'],
      ['organ missing', 'a lesion not measured'],
    ]);
    expect(verificationFindings(lu, { ...cycle, cycle: 2, scans: [scan(96)] }).some(({ kind }) => kind === 'scan missing')).toBe(false);
  });
  it('names cycles that come too soon or too late', () => {
    const [first, second] = [verifiedCycle(1, 7.4, {}), verifiedCycle(2, 7.4, {})];
    const after = (weeks: number) => ({
      ...second,
      administrationStart: { epochSeconds: first.administrationStart.epochSeconds + weeks * 604800, offsetMinutes: 0 },
    });
    expect(intervalFindings(lu, [first, after(8.9)])).toEqual([]);
    expect(intervalFindings(lu, [first, after(10)]).map(({ kind }) => kind)).toEqual(['interval']);
    expect(intervalFindings(lu, [first, after(6)])[0]?.text).toContain('6.0 weeks after cycle 1; 8.0 weeks');
  });
  it('fills a request that has no limits, the marrow by the population where it must', () => {
    const filled = protocolRequest(lu, request({ riskAccepted: 0.05 }));
    expect(filled.limits.map(({ region, value, confirmed }) => [region, value, confirmed])).toEqual([
      ['kidneys', 23, false],
      ['red-marrow', 2, false],
    ]);
    const found = planNextActivity({ request: filled, history: [verifiedCycle(1, 7.4, { kidneys: { doseGy: 5.2 } })] });
    expect(found.protocolFindings?.map(({ kind }) => kind)).toContain('organ missing');
    expect(protocolRequest(lu, request({ limits: [limit('kidneys', 30)] })).limits).toHaveLength(1);
  });
  it.each([
    ['no object', [], 'an object'],
    ['a negative activity', { label: { activity_MBq: -1 } }, 'a number of at least 1'],
    ['an unknown certainty', { cycles: { certainty: 'sure' } }, 'one of read in abstract'],
    ['a pair that is none', { imaging: { laterCycles_h: [[96]] } }, 'a pair of numbers'],
    ['another nuclide', { nuclide: 'Y-90' }, 'the nuclide of 177Lu-DOTATATE'],
  ])('refuses %s with its place', (_case, change, expected) => {
    const { protocols } = readJson<{ protocols: Record<string, object>[] }>('data/protocols/protocols.json');
    const [shipped] = protocols;
    const changed = Array.isArray(change)
      ? change
      : Object.fromEntries(
          Object.entries({ ...shipped, ...change }).map(([key, value]) => [
            key,
            typeof value === 'object' && key in change ? { ...(shipped as Record<string, object>)[key], ...value } : value,
          ]),
        );
    expect(() => parseProtocol(changed)).toThrow(refusal('GW_PROTOCOL_INVALID'));
    expect(() => parseProtocol(changed)).toThrow(expected);
  });
});

describe('P6: alternatives side by side', () => {
  it('fixed, by body mass, as last, by limits, by targets, each with doses, joint risk and number of cycles', () => {
    const found = plan({
      limits: [limit('kidneys', 23), limit('red-marrow', 2)],
      targets: [target('lesion-1', 70, { probability: 0.9 })],
      riskAccepted: 0.1,
      fixedActivity: gigabecquerel(5.5),
      perBodyMass: { becquerelPerKilogram: 1e8, bodyMassKg: 72, source: 'DICOM' },
    });
    expect(found.alternatives.map(({ title, kind }) => [title, kind])).toEqual([
      ['Label: 7.4 GBq', 'fixed'],
      ['Fixed: 5.5 GBq', 'fixed'],
      ['As in the last cycle', 'last cycle'],
      ['By body mass: 100 MBq/kg, 72 kg', 'body mass'],
      ['Every limit kept by its median', 'limits'],
      ['Every limit kept with 90 % probability', 'limits'],
      ['Every target reached by its median', 'targets'],
      ['Each target reached with 90 % probability', 'targets'],
    ]);
    expect(found.alternatives[3]?.activity).toBe(7.2e9);
    for (const { jointRisk, limitRisks, cycles } of found.alternatives) {
      expect(cycles).toBe(3);
      expect(jointRisk!).toBeGreaterThanOrEqual(Math.max(...limitRisks!));
    }
    expect(found.alternatives[5]?.jointRisk).toBeCloseTo(0.1, 6);
    expect(found.activity).toBe(found.alternatives[5]?.activity);
    expect(becquerel(found.alternatives[7]!.activity)).toBeGreaterThan(found.alternatives[6]!.activity);
  });
});
