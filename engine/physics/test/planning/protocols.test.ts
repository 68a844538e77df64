import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import {
  hours,
  intervalFindings,
  parseProtocol,
  planNextActivity,
  protocolFor,
  protocolRequest,
  shippedProtocols,
  verificationFindings,
} from '@graywise/physics';
import { readJson } from '../support/readJson.js';
import { verifiedCycle } from './verifiedCycle.js';
import { limit, refusal, target, threeCyclesLeft as request } from './requests.js';

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
  it('fills radiobiology and trend where the request has none, with their source, suggested', () => {
    const { radiobiology, trend } = protocolRequest(lu, request({}));
    expect(radiobiology).toEqual([
      {
        region: 'kidneys',
        alphaBetaGy: 2.6,
        repairHalfTime: 2.8 * 3600,
        source: expect.stringContaining('Barone') as string,
        confirmed: false,
      },
      { region: 'lesion', alphaBetaGy: 10, repairHalfTime: 5400, source: expect.stringContaining('Strigari') as string, confirmed: false },
    ]);
    expect(trend).toEqual({ organs: 0, lesions: -0.15, source: expect.stringContaining('an assumption') as string, confirmed: false });
  });
  it('what a person states wins, for a region as for its kind; no trend stays none', () => {
    const own = (region: string, alphaBetaGy: number) => ({
      region,
      alphaBetaGy,
      repairHalfTime: hours(2),
      source: 'a person',
      confirmed: true,
    });
    const filled = (...stated: ReturnType<typeof own>[]) =>
      protocolRequest(lu, request({ radiobiology: stated })).radiobiology?.map(({ region, alphaBetaGy }) => [region, alphaBetaGy]);
    expect(filled(own('lesion', 5))).toEqual([
      ['lesion', 5],
      ['kidneys', 2.6],
    ]);
    expect(filled(own('lesion-1', 5), own('kidneys', 3))).toEqual([
      ['lesion-1', 5],
      ['kidneys', 3],
      ['lesion', 10],
    ]);
    const ofOneLesion = { ...lu, radiobiology: [{ ...lu.radiobiology[1]!, region: 'lesion-1' }] };
    expect(protocolRequest(ofOneLesion, request({ radiobiology: [own('lesion', 5)] })).radiobiology).toEqual([own('lesion', 5)]);
    const trend = { organs: 0, lesions: -0.3, source: 'a person', confirmed: true };
    expect(protocolRequest(lu, request({ trend })).trend).toEqual(trend);
    expect(protocolRequest(lu, request({ trend: null })).trend).toBeNull();
  });
  it('without radiobiology and trend of its own a protocol adds none', () => {
    const filled = protocolRequest({ ...lu, radiobiology: [], trend: null }, request({}));
    expect(filled).not.toHaveProperty('radiobiology');
    expect(filled).not.toHaveProperty('trend');
  });
  it('its radiobiology gives lesions a BED, its trend changes a plan at a stated risk, and the plan names both as suggested', () => {
    const history = [verifiedCycle(1, 7.4, { kidneys: { doseGy: 5.2 }, 'lesion-1': { doseGy: 30, radiobiology: false } })];
    const asked = request({
      limits: [limit('kidneys', 23)],
      targets: [target('lesion-1', 40, { quantity: 'BED' })],
      riskAccepted: 0.05,
    });
    expect(() => planNextActivity({ request: asked, history })).toThrow(refusal('GW_LIMIT_INVALID'));
    const found = planNextActivity({ request: protocolRequest(lu, asked), history });
    // G of one exponential, repaired with 1.5 h, over alpha/beta 10 Gy; the whole course so far and to come
    const lesion = found.predictions.find(({ name }) => name === 'lesion-1')!;
    const effect = 1.5 / (1.5 + 50) / 10;
    expect(lesion.bed!.value).toBeCloseTo(lesion.absorbedDose.value + effect * lesion.absorbedDose.value ** 2, 9);
    const named = found.warnings.filter(({ code }) => code === 'GW_SUGGESTED_VALUE').map(({ message }) => message);
    for (const words of ['lesion-1: alpha/beta 10 Gy', 'the change of the dose per activity between cycles'])
      expect(named.filter(message => message.includes(words))).toHaveLength(1);
    const steady = planNextActivity({ request: protocolRequest(lu, { ...asked, trend: null }), history });
    // the kidneys bind, and organs have no trend: lesions alone are expected to get less. One variable more moves the scenarios of the lattice (P9) by less than 0.1 %.
    expect(Math.abs(found.activity / steady.activity - 1)).toBeLessThan(1e-3);
    const cumulative = (plan: typeof found) => plan.predictions.find(({ name }) => name === 'lesion-1')!.cumulative.value;
    expect(cumulative(found)).toBeLessThan(cumulative(steady));
  });
  it('its number of cycles and its label are named as suggested until the centre confirms them', () => {
    const history = [verifiedCycle(1, 7.4, { kidneys: { doseGy: 2 } })];
    const asked = (confirmed: boolean) => {
      const cyclesSource = { source: 'a label', confirmed };
      const protocol = { ...lu, cycles: { ...lu.cycles, confirmed }, label: { ...lu.label!, confirmed } };
      const request_ = request({ limits: [limit('kidneys', 60)], cyclesSource, protocol: lu.id, cyclesLeft: 2 });
      return planNextActivity({ request: request_, history, protocol });
    };
    const about = (plan: ReturnType<typeof asked>) => ({
      warned: plan.warnings.filter(({ message }) => message.includes('the number of cycles (2 to come)')).length,
      found: plan.protocolFindings?.filter(({ kind }) => kind === 'cycles' || kind === 'activity').map(({ text }) => text.split(')')[0]),
      label: plan.alternatives[0]?.confirmed,
    });
    const source = 'Lutathera, summary of product characteristics';
    expect(about(asked(false))).toEqual({
      warned: 1,
      found: [`The protocol has 4 cycles (suggested: ${source}`, `More than 25 % above the 7400 MBq of the label (suggested: ${source}`],
      label: false,
    });
    expect(about(asked(true))).toEqual({
      warned: 0,
      found: [`The protocol has 4 cycles (${source}`, `More than 25 % above the 7400 MBq of the label (${source}`],
      label: true,
    });
  });
  it('a plan is held against the protocol that it names, and against none where a person chose none', () => {
    const history = [verifiedCycle(1, 7.4, { kidneys: { doseGy: 5.2 } })];
    const found = (protocol: string) =>
      planNextActivity({ request: { ...limited, protocol }, history }).protocolFindings?.map(({ text }) => text);
    const limited = request({ limits: [limit('kidneys', 23)] });
    expect(found('lu-177-dotatate')?.join()).toContain('spleen not measured (177Lu-DOTATATE');
    expect(found('lu-177-psma-617')?.join()).toContain('salivary-glands not measured (177Lu-PSMA-617');
    expect(found('')).toBeUndefined();
    expect(planNextActivity({ request: limited, history }).protocolFindings).toBeUndefined();
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
  it('organs measured without images are not missing', () => {
    const cycle = verifiedCycle(1, 7.4, { kidneys: { doseGy: 5 } });
    const missing = (measured: NonNullable<typeof cycle.measured>) =>
      verificationFindings(lu, { ...cycle, measured })
        .filter(({ kind }) => kind === 'organ missing')
        .map(({ text }) => text)
        .join(' ');
    expect(missing([])).toContain('red-marrow');
    const { absorbedDose, absorbedDosePerActivity } = cycle.regions[0]!;
    const marrow = { name: 'red-marrow (blood)', label: 'By blood', fit: null, absorbedDose, absorbedDosePerActivity };
    expect(missing([marrow as unknown as NonNullable<typeof cycle.measured>[number]])).not.toContain('red-marrow');
  });
});
