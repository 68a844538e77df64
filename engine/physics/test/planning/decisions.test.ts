import {
  administeredAgainstPrescribed,
  becquerel,
  choosePlan,
  gigabecquerel,
  megabecquerel,
  namesCostAlone,
  roundedToStock,
  verificationLevel,
} from '@graywise/physics';
import { verifiedCycle } from './verifiedCycle.js';
import { plan, patient } from './patient.js';
import { limit, refusal, threeCyclesLeft as request, target } from './requests.js';

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
    // the label is recalled, not read: suggested until the centre confirms it; the others follow from the request or the patient
    expect(found.alternatives.map(({ confirmed, source }) => [confirmed, source])).toEqual([
      [false, 'Lutathera, summary of product characteristics'],
      ...found.alternatives.slice(1).map(() => [undefined, undefined]),
    ]);
    for (const { jointRisk, limitRisks, cycles } of found.alternatives) {
      expect(cycles).toBe(3);
      expect(jointRisk!).toBeGreaterThanOrEqual(Math.max(...limitRisks!));
    }
    expect(found.alternatives[5]?.jointRisk).toBeCloseTo(0.1, 6);
    expect(found.activity).toBe(found.alternatives[5]?.activity);
    expect(becquerel(found.alternatives[7]!.activity)).toBeGreaterThan(found.alternatives[6]!.activity);
  });
});
