/** @jest-environment jsdom */
jest.mock('@graywise/course', () => ({}));
jest.mock('@observablehq/plot', () => ({}));
import { NO_PLANNING, type Planning } from '@graywise/extension-core';
import { becquerel, hours, NO_FACTS, protocolRequest, shippedProtocols, type CyclePlan } from '@graywise/physics';
import { OVERVIEW } from '../../core/test/fixtures/fakeEngine';
import { AlternativesTable } from '../src/plan/AlternativesTable';
import { ChoiceForm } from '../src/plan/ChoiceForm';
import { PrescriptionPanel } from '../src/plan/PrescriptionPanel';
import { predictionBars } from '../src/plan/predictionBars';
import { button, click, kidneyLimit, marrowOfTheSite, pick, PLAN, prediction, predictionAt, show, type } from './support';

const planning = (gigabecquerel: number, risk: number, more: Partial<Planning> = {}): Planning => {
  const found = predictionAt(gigabecquerel, risk);
  return { ...NO_PLANNING, request: PLAN.request, suggestion: PLAN, chosen: found.activity, prediction: found, ...more };
};

describe('the alternatives side by side', () => {
  it('show dose with uncertainty and chance of every limit and target, and the chances of the whole plan', () => {
    const { node } = show(<AlternativesTable plan={PLAN} />, { planning: planning(6.2, 0.05) });
    const kidneys = node.querySelector('[data-key=kidneys]')?.textContent;
    for (const text of ['limit 23 Gy', '15.5 ± 1.6 Gy', 'over: 5.0 %', '18.5 ± 1.9 Gy', 'over: 12 %']) expect(kidneys).toContain(text);
    expect(node.querySelector('[data-key="target lesion-3"]')?.textContent).toContain('reached: 60 %');
    expect(node.querySelector('[data-key="any limit"]')?.textContent).toBe('Chance to pass any limit, accepted 5.0 %5.0 %12 %');
  });

  it('mark what the centre must confirm: an activity, the number of cycles, a limit', () => {
    const badges = (plan: CyclePlan): readonly (string | undefined)[] => {
      const { node } = show(<AlternativesTable plan={plan} />, { planning: planning(6.2, 0.05) });
      return [...node.querySelectorAll('.gw-badge')].map(badge => badge.closest('tr')?.dataset['key'] ?? badge.closest('th')?.textContent);
    };
    const cycles = { ...PLAN.request, cyclesSource: { source: 'A label.', confirmed: false } };
    expect(badges({ ...PLAN, request: cycles })).toEqual(['Fixed 7.4 GBq7,400 MBq suggested', 'cycles', 'kidneys']);
    const confirmed = { ...PLAN.request, limits: [{ ...kidneyLimit, confirmed: true }], cyclesSource: { source: 'x', confirmed: true } };
    const alternatives = PLAN.alternatives.map(one => ({ ...one, confirmed: true }));
    expect(badges({ ...PLAN, request: confirmed, alternatives })).toEqual([]);
  });

  it('mark what is taken, and take another at its head', () => {
    const { node, called } = show(<AlternativesTable plan={PLAN} />, { planning: planning(6.2, 0.05) });
    expect(button(node, 'gw-alternative-suggested')?.getAttribute('aria-pressed')).toBe('true');
    click(node, '[data-cy=gw-alternative-fixed]');
    expect(called).toEqual(['chooseActivity 7400000000']);
  });
});

describe('the choice', () => {
  const named = (node: HTMLElement): HTMLButtonElement | null => {
    type(node, 'gw-sign-plan-name', 'A. Physician');
    return button(node, 'gw-sign-plan');
  };

  it('of the suggestion needs no reason', () => {
    expect(named(show(<ChoiceForm suggestion={PLAN} />, { planning: planning(6.2, 0.05) }).node)?.disabled).toBe(false);
  });

  it('of anything else is signed only with its reason', () => {
    const { node, called } = show(<ChoiceForm suggestion={PLAN} />, { planning: planning(5, 0.02) });
    expect(named(node)?.disabled).toBe(true);
    expect(node.textContent).toContain('Say why');
    type(node, 'gw-plan-reason', 'Little marrow reserve.');
    click(node, '[data-cy=gw-sign-plan]');
    expect(called).toEqual([
      'storePlan {"choice":{"activity":5000000000},"reason":"Little marrow reserve.","who":null} {"name":"A. Physician","role":"Medical physics expert"}',
    ]);
  });

  it('of a risk above the accepted one needs a name and a reason for it', () => {
    const { node, called } = show(<ChoiceForm suggestion={PLAN} />, { planning: planning(7.4, 0.12) });
    expect(node.querySelector('[data-cy=gw-override]')?.textContent).toContain('(kidneys: 23 Gy) is 12 %, more than the 5.0 % accepted');
    type(node, 'gw-plan-reason', 'As labelled.');
    expect(named(node)?.disabled).toBe(true);
    type(node, 'gw-override-who', 'A. Physician');
    click(node, '[data-cy=gw-sign-plan]');
    expect(called[0]).toContain('storePlan {"choice":{"title":"Fixed 7.4 GBq"},"reason":"As labelled.","who":"A. Physician"}');
  });
});

describe('a signed plan', () => {
  it('is shown with what was chosen, why, at which risk and by whom', () => {
    const { jointRisk, predictions, activity } = predictionAt(7.4, 0.12);
    const signed: CyclePlan = {
      ...PLAN,
      chosenActivity: activity,
      chosen: {
        title: 'Fixed 7.4 GBq',
        activity,
        reason: 'As <i>labelled</i>.',
        predictions,
        jointRisk,
        jointTarget: null,
        level: { level: 'i', reason: '' },
        override: { who: 'A. Physician', why: 'No risk factors.', limits: ['kidneys: 23 Gy'], risk: 0.12 },
      },
      signOff: { name: 'A. Physician', role: 'Nuclear medicine physician', at: { epochSeconds: 1_772_446_140, offsetMinutes: 60 } },
    };
    const text = show(<PrescriptionPanel />, { planning: planning(6.2, 0.05, { signed }) }).node.querySelector(
      '[data-cy=gw-signed-plan]',
    )?.textContent;
    for (const words of ['7,400 MBq', 'Chosen: Fixed 7.4 GBq. Suggested: 6,200 MBq', 'As <i>labelled</i>.', '12 %', 'A. Physician'])
      expect(text).toContain(words);
  });

  it('has the level of individualisation with its sentence', () => {
    const { node } = show(<PrescriptionPanel />, { planning: planning(6.2, 0.05) });
    expect(node.querySelector('[data-cy=gw-level]')?.textContent).toContain(
      'Planning: EANM level ii: The activity follows from doses of this patient.',
    );
  });
});

describe('the protocol', () => {
  const findings = (protocolFindings: CyclePlan['protocolFindings']): Element | null => {
    const suggestion = { ...PLAN, ...(protocolFindings && { protocolFindings }) };
    return show(<PrescriptionPanel />, { planning: planning(6.2, 0.05, { suggestion }) }).node.querySelector(
      '[data-cy=gw-protocol-findings]',
    );
  };

  it('is held against course and plan in the words of the record, and not mentioned where nothing was found', () => {
    const text = 'Cycle 1: no scan at 168 h (177Lu-DOTATATE for neuroendocrine tumours).';
    const items = findings([
      { kind: 'scan missing', text },
      { kind: 'cycles', text: 'The protocol has 4 cycles, the plan 3.' },
    ])?.querySelectorAll('li');
    expect([...(items ?? [])].map(item => [item.dataset['kind'], item.textContent])).toEqual([
      ['scan missing', text],
      ['cycles', 'The protocol has 4 cycles, the plan 3.'],
    ]);
    expect(findings([])).toBeNull();
    expect(findings(undefined)).toBeNull();
  });
});

describe('the request', () => {
  it('marks suggested limits, and takes what is changed for stated by a person', () => {
    const { node, called } = show(<PrescriptionPanel />, { planning: planning(6.2, 0.05) });
    expect(node.querySelector('.gw-limit-row')?.textContent).toContain('suggested A table.');
    type(node, 'gw-limit-kidneys', '28');
    click(node, '[data-cy=gw-suggest]');
    expect(called[0]).toContain(
      '"limits":[{"region":"kidneys","value":28,"quantity":"absorbed dose","source":"entered","confirmed":true}]',
    );
  });

  it('assumes of patient and cycles what a person states', () => {
    const limits = [{ ...kidneyLimit, quantity: 'BED' as const }];
    const { node, called } = show(<PrescriptionPanel />, { planning: planning(6.2, 0.05, { request: { ...PLAN.request, limits } }) });
    pick(node.querySelector('[data-cy=gw-basis]'), 'patient alone');
    pick(node.querySelector('[data-cy=gw-trend]'), 'stated');
    type(node, 'gw-trend-lesions', '-20');
    type(node, 'gw-alpha-beta-kidneys', '2.5');
    type(node, 'gw-repair-kidneys', '2.8');
    click(node, '[data-cy=gw-suggest]');
    const asked = called.find(call => call.startsWith('suggestPlan'));
    for (const part of [
      '"basis":"patient alone"',
      '"trend":{"organs":0,"lesions":-0.2,"source":"entered","confirmed":true}',
      '"radiobiology":[{"region":"kidneys","alphaBetaGy":2.5,"repairHalfTime":10080,"source":"entered","confirmed":true}]',
    ])
      expect(asked).toContain(part);
  });

  describe('the change from cycle to cycle', () => {
    const asked = (request: Partial<CyclePlan['request']>, choice: string): string => {
      const { node, called } = show(<PrescriptionPanel />, { planning: planning(6.2, 0.05, { request: { ...PLAN.request, ...request } }) });
      pick(node.querySelector('[data-cy=gw-trend]'), choice);
      click(node, '[data-cy=gw-suggest]');
      return called.find(call => call.startsWith('suggestPlan')) ?? '';
    };
    const stated = { organs: 0, lesions: -0.2, source: 'entered', confirmed: true } as const;

    it('can be none, which is not the suggested one', () => {
      expect(asked({ trend: stated }, 'none')).toContain('"trend":null');
      expect(asked({ trend: stated }, 'suggested')).not.toContain('"trend"');
    });

    it('is that of the protocol where it is as suggested, with its source', () => {
      const request = { protocol: 'lu-177-dotatate', trend: stated };
      expect(asked(request, 'suggested')).toMatch(/"trend":\{"organs":0,"lesions":-0.15,"source":"an assumption[^}]*"confirmed":false\}/);
    });

    it('is marked where it is suggested, and said not to be used by medians', () => {
      const trend = { ...stated, source: 'A protocol.', confirmed: false };
      const text = (riskAccepted: number | null): string | null | undefined =>
        show(<PrescriptionPanel />, {
          planning: planning(6.2, 0.05, { request: { ...PLAN.request, riskAccepted, trend } }),
        }).node.querySelector('[data-cy=gw-assumed]')?.textContent;
      expect(text(0.05)).toContain('suggested A protocol.');
      expect(text(0.05)).not.toContain('Not used');
      expect(text(null)).toContain('Not used: by medians');
    });
  });

  it('shows the radiobiology that the protocol has of lesions for a target on several, and takes what is changed for stated', () => {
    const targets = [{ region: 'worst-lesion', value: PLAN.request.targets[0]!.value, quantity: 'BED', source: 'entered' }] as const;
    const request = protocolRequest(shippedProtocols()[0]!, { ...PLAN.request, targets });
    const { node, called } = show(<PrescriptionPanel />, { planning: planning(6.2, 0.05, { request }) });
    expect(node.querySelector<HTMLInputElement>('[data-cy=gw-alpha-beta-lesion]')?.value).toBe('10');
    expect(node.querySelector('[data-cy=gw-assumed]')?.textContent).toContain('Strigari 2010');
    type(node, 'gw-alpha-beta-lesion', '5');
    click(node, '[data-cy=gw-suggest]');
    expect(called.find(call => call.startsWith('suggestPlan'))).toContain(
      '{"region":"lesion","alphaBetaGy":5,"repairHalfTime":5400,"source":"entered","confirmed":true}',
    );
  });

  it('takes what another protocol suggests in place of what the one before did, and keeps what a person stated', () => {
    const own = { region: 'kidneys', alphaBetaGy: 3, repairHalfTime: hours(2), source: 'entered', confirmed: true };
    const request = protocolRequest(shippedProtocols()[0]!, { ...PLAN.request, radiobiology: [own] });
    const after = (protocol: string): CyclePlan['request'] => {
      const { node, called } = show(<PrescriptionPanel />, { planning: planning(6.2, 0.05, { request }) });
      pick(node.querySelector('[data-cy=gw-protocol]'), protocol);
      click(node, '[data-cy=gw-suggest]');
      return JSON.parse(called[0]?.replace('suggestPlan ', '') ?? '') as CyclePlan['request'];
    };
    expect(after('lu-177-psma-617').radiobiology).toEqual([own, expect.objectContaining({ region: 'lesion', alphaBetaGy: 1.5 })]);
    expect(after('lu-177-psma-617').trend).toMatchObject({ lesions: -0.15, confirmed: false });
    expect(after('').radiobiology).toEqual([own]);
    expect(after('')).not.toHaveProperty('trend');
  });

  it('marks the number of cycles of the protocol until a person states one, which another protocol leaves', () => {
    const request = { ...PLAN.request, cyclesSource: { source: 'A label.', confirmed: false } };
    const { node, called } = show(<PrescriptionPanel />, { planning: planning(6.2, 0.05, { request }) });
    const marks = (): string => [...node.querySelectorAll('.gw-source')].map(mark => mark.textContent).join('; ');
    expect(marks()).toContain('suggested cycles: A label.');
    pick(node.querySelector('[data-cy=gw-protocol]'), 'lu-177-psma-617');
    expect(node.querySelector<HTMLInputElement>('[data-cy=gw-cycles-left]')?.value).toBe('5');
    expect(marks()).toContain('suggested cycles: Pluvicto');
    type(node, 'gw-cycles-left', '2');
    expect(marks()).not.toContain('cycles:');
    pick(node.querySelector('[data-cy=gw-protocol]'), 'lu-177-dotatate');
    click(node, '[data-cy=gw-suggest]');
    expect(called[0]).toContain('"cyclesLeft":2');
    expect(called[0]).toContain('"cyclesSource":{"source":"entered","confirmed":true}');
  });

  it('offers what the protocol suggests without applying it', () => {
    const request = { ...PLAN.request, protocol: 'lu-177-dotatate' };
    const { node, called } = show(<PrescriptionPanel />, { planning: planning(6.2, 0.05, { request }) });
    const select = node.querySelector<HTMLSelectElement>('[data-cy=gw-add-limit]');
    const wanted = [...(select?.options ?? [])].find(({ text }) => text.startsWith('Kidneys, limit 40 Gy BED'));
    expect(wanted?.text).toContain('(suggested)');
    pick(select, wanted?.value ?? '');
    click(node, '[data-cy=gw-suggest]');
    expect(called[0]).toContain('"value":40,"quantity":"BED"');
  });

  describe('before the first cycle', () => {
    const offered = (request: Partial<CyclePlan['request']>, facts = NO_FACTS): string[] => {
      const first = { ...PLAN.request, cycle: 1, limits: [], targets: [], ...request };
      const { node } = show(<PrescriptionPanel />, {
        overview: { ...OVERVIEW, facts },
        planning: { ...NO_PLANNING, request: first, suggestion: null },
      });
      return [...node.querySelectorAll('[data-cy=gw-add-limit] option')].map(option => option.textContent).slice(1);
    };

    it('offers the organs of the protocol, what else the population has a dose for, and its lesion, alone or for all', () => {
      const found = offered({ radiopharmaceutical: '177Lu-DOTATATE', protocol: 'lu-177-dotatate' });
      expect(found).toEqual(
        expect.arrayContaining([
          'Liver, limit',
          'Spleen, limit',
          'Bladder wall, limit',
          'Lesion, target',
          'Lesion of the least dose, target',
          'Mean of the lesions, target',
          'Lesion of the least dose, target 70 Gy (suggested)',
        ]),
      );
    });

    it('offers nothing that no dose can be predicted of, and what the site has', () => {
      const request = { radiopharmaceutical: '177Lu-PSMA-I&T', protocol: 'lu-177-psma-i-t' };
      const regions = (titles: string[]): string[] => [...new Set(titles.map(title => title.split(',')[0] ?? ''))].sort();
      expect(regions(offered(request))).toEqual(['Kidneys', 'Parotids']);
      expect(regions(offered(request, { ...NO_FACTS, priors: [marrowOfTheSite] }))).toEqual(['Kidneys', 'Parotids', 'Red marrow']);
    });
  });

  it('starts from a protocol where nothing says what will be given', () => {
    const { node, called } = show(<PrescriptionPanel />, {});
    pick(node.querySelector<HTMLSelectElement>('[data-cy=gw-start-protocol]'), 'lu-177-dotatate');
    expect(called[0]).toContain('suggestPlan {"cycle":1,"cyclesLeft":4');
  });

  it('holds licence, stock and rounding', () => {
    const { node, called } = show(<PrescriptionPanel />, { planning: planning(6.2, 0.05) });
    type(node, 'gw-cap-licence', '8000');
    type(node, 'gw-round-to', '200');
    click(node, '[data-cy=gw-suggest]');
    expect(called[0]).toContain('"caps":[{"name":"licence","activity":8000000000,"source":"entered"}],"roundTo":200000000');
  });

  it('holds an activity to compare with, and to count whole cycles with; 0 takes it away', () => {
    const asked = (gigabecquerel: number, typed: string): string => {
      const request = { ...PLAN.request, ...(gigabecquerel > 0 && { fixedActivity: becquerel(gigabecquerel * 1e9) }) };
      const { node, called } = show(<PrescriptionPanel />, { planning: planning(6.2, 0.05, { request }) });
      type(node, 'gw-fixed-activity', typed);
      click(node, '[data-cy=gw-suggest]');
      return called[0] ?? '';
    };
    expect(asked(0, '5500')).toContain('"fixedActivity":5500000000');
    expect(asked(5.5, '0')).toContain('"fixedActivity":null');
  });
});

describe('the bars', () => {
  const range = { median: 18, interval50: [16.8, 19.3], interval95: [14.8, 21.9] } as unknown as NonNullable<
    ReturnType<typeof prediction>['rangeOfCourse']
  >;

  it('give the 50 % and the 95 % range, and say where only the population is behind them', () => {
    const [bar] = predictionBars([prediction('kidneys', 18, { rangeOfCourse: range, basis: 'population' })], [], 0.05);
    expect(bar).toMatchObject({ label: 'Kidneys', ranges: ['50 %: 16.8 to 19.3 Gy', '95 %: 14.8 to 21.9 Gy'], populationOnly: true });
  });
});
