import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { exactly, gray, makeEstimate, parseProtocol, shippedProtocols, type PlanRequest } from '@graywise/physics';
import { decisionOf } from '../../src/cli/decisionOf.js';
import { planRequestOf } from '../../src/cli/planRequestOf.js';
import { planTable } from '../../src/cli/planTable.js';
import { protocolJson } from '../../src/cli/protocolJson.js';
import { readArguments } from '../../src/cli/readArguments.js';
import { withUncertainty } from '../../src/cli/withUncertainty.js';
import { planNextCycle } from '../../src/planNextCycle.js';
import { SOFTWARE } from '../../src/software.js';

const refusal = (code: string): Error => expect.objectContaining({ code }) as Error;
const dose = (value: number, u: number): ReturnType<typeof makeEstimate<ReturnType<typeof gray>>> =>
  makeEstimate(gray(value), [{ source: 'fit', key: 'fit', standardUncertainty: u }]);

describe('words of a command', () => {
  it('C1: are options by name, lists of them, and what stands free', () => {
    const given = readArguments(['folder', '--cycle', '2', '--limit', 'kidneys:23Gy', '--limit=liver:30Gy', '--json']);
    expect(given.free).toEqual(['folder']);
    expect(given.number('cycle', 1)).toBe(2);
    expect(given.list('limit')).toEqual(['kidneys:23Gy', 'liver:30Gy']);
    expect([given.flag('json'), given.flag('orthanc')]).toEqual([true, false]);
    expect([given.text('out'), given.number('workers', 1), given.list('target')]).toEqual([null, null, []]);
  });

  it.each([['0'], ['two'], [''], ['NaN'], ['Infinity']])('C2: refuses the cycle "%s"', cycle => {
    expect(() => readArguments([`--cycle=${cycle}`]).number('cycle', 1)).toThrow(refusal('GW_USAGE'));
  });

  it('C3: refuses unknown options and options without their value', () => {
    expect(() => readArguments(['--cylce', '1'])).toThrow(refusal('GW_USAGE'));
    expect(() => readArguments(['--cycle'])).toThrow(refusal('GW_USAGE'));
  });
});

describe('a plan in words', () => {
  it('C4: has limits in Gy and in Gy of BED, targets, a risk and a cap', () => {
    const words = ['--cycle', '3', '--cycles-left', '2', '--limit', 'kidneys:23.5Gy', '--limit', 'kidneys:39GyBED'];
    const request = planRequestOf(readArguments([...words, '--target', 'lesion-1:70Gy', '--risk', '0.05', '--activity-cap', '8000']));
    expect(request).toMatchObject({ cycle: 3, cyclesLeft: 2, riskAccepted: 0.05, activityCap: 8e9 });
    expect(request.limits.map(({ region, value, quantity }) => [region, value, quantity])).toEqual([
      ['kidneys', 23.5, 'absorbed dose'],
      ['kidneys', 39, 'BED'],
    ]);
    expect(request.targets.map(({ region, value }) => [region, value])).toEqual([['lesion-1', 70]]);
  });

  it.each(['kidneys', 'kidneys:', 'kidneys:23', 'kidneys:23Sv', 'kidneys:-23Gy', 'kidneys:0Gy', ':23Gy', '23Gy'])(
    'C5: refuses the limit "%s"',
    limit => {
      expect(() => planRequestOf(readArguments(['--limit', limit]))).toThrow(refusal('GW_LIMIT_INVALID'));
    },
  );

  it('C6: refuses a target per cycle and a risk of all or nothing', () => {
    expect(() => planRequestOf(readArguments(['--target', 'lesion-1:70Gy/cycle']))).toThrow(refusal('GW_LIMIT_INVALID'));
    for (const risk of ['0', '1', '5']) expect(() => planRequestOf(readArguments(['--risk', risk]))).toThrow(refusal('GW_USAGE'));
  });

  it('C6: has EQD2, limits per cycle, lesions together, probabilities, caps by name, stock, trend and radiobiology', () => {
    const words = [
      '--limit',
      'kidneys:28GyEQD2',
      '--limit',
      'red-marrow:0.5Gy/cycle',
      '--target',
      'worst-lesion:70GyBED',
      '--target-probability',
      '0.9',
    ];
    const more = [
      '--licence',
      '7.4GBq',
      '--stock',
      '8000MBq',
      '--round-to',
      '100MBq',
      '--fixed',
      '7400',
      '--trend',
      'organs:+3%,lesions:-15%',
    ];
    expect(planRequestOf(readArguments([...words, ...more, '--radiobiology', 'lesion:10Gy,1.5h', '--patient-only']))).toMatchObject({
      limits: [
        { region: 'kidneys', value: 28, quantity: 'EQD2' },
        { region: 'red-marrow', value: 0.5, quantity: 'absorbed dose', per: 'cycle' },
      ],
      targets: [{ region: 'worst-lesion', value: 70, quantity: 'BED', probability: 0.9 }],
      caps: [
        { name: 'licence', activity: 7.4e9 },
        { name: 'stock', activity: 8e9 },
      ],
      roundTo: 1e8,
      fixedActivity: 7.4e9,
      trend: { organs: 0.03, lesions: -0.15 },
      radiobiology: [{ region: 'lesion', alphaBetaGy: 10, repairHalfTime: 5400 }],
      basis: 'patient alone',
    });
    expect(planRequestOf(readArguments(['--marrow', '2'])).limits).toMatchObject([
      { region: 'red-marrow', value: 2, populationAllowed: true },
    ]);
    expect(planRequestOf(readArguments(['--trend', 'none'])).trend).toBeNull();
    expect(planRequestOf(readArguments([]))).not.toHaveProperty('trend');
  });

  it.each([
    ['--round-to', '0MBq'],
    ['--licence', '7.4 Ci'],
    ['--trend', 'lesions:-15%'],
    ['--radiobiology', 'lesion:10'],
    ['--target-probability', '1'],
  ])('C6: refuses %s %s', (option, value) => {
    expect(() => planRequestOf(readArguments([option, value]))).toThrow(refusal('GW_USAGE'));
  });

  it('C6: a choice is a title or an activity, with a reason and a name', () => {
    expect(decisionOf(readArguments(['--choose', '7400', '--reason', 'x', '--by', 'A. B.']))).toEqual({
      choice: { activity: 7.4e9 },
      reason: 'x',
      who: 'A. B.',
    });
    expect(decisionOf(readArguments(['--choose', 'Label: 7.4 GBq']))).toEqual({
      choice: { title: 'Label: 7.4 GBq' },
      reason: '',
      who: null,
    });
    expect(decisionOf(readArguments([]))).toBeNull();
    expect(() => decisionOf(readArguments(['--reason', 'x']))).toThrow(refusal('GW_USAGE'));
  });

  it('C9: a protocol is printed in the form in which it is read', () => {
    for (const protocol of shippedProtocols()) expect(parseProtocol(JSON.parse(JSON.stringify(protocolJson(protocol))))).toEqual(protocol);
  });
});

describe('a plan as a table', () => {
  it('C10: marks an activity of the label and a number of cycles that the centre must confirm', () => {
    const request = planRequestOf(
      readArguments([
        '--cycle',
        '1',
        '--cycles-left',
        '4',
        '--limit',
        'kidneys:23Gy',
        '--fixed',
        '5GBq',
        '--radiopharmaceutical',
        'Lutathera',
      ]),
    );
    const line = (asked: PlanRequest, title: string): string =>
      planTable(planNextCycle(asked, []))
        .split('\n')
        .find(text => text.startsWith(title)) ?? '';
    expect(line(request, 'Label: 7.4 GBq')).toMatch(/^Label: 7\.4 GBq +7400 MBq \[suggested\] +4 /);
    expect(line(request, 'Fixed: 5 GBq')).toMatch(/ 5000 MBq +4 /);
    const cyclesSource = { source: 'Lutathera, summary of product characteristics', confirmed: false };
    expect(line({ ...request, cyclesSource }, 'Fixed: 5 GBq')).toMatch(/ 5000 MBq +4 \[suggested\] /);
  });
});

describe('a quantity in words', () => {
  it.each([
    [dose(4.5123, 0.3456), 1, '4.51 ± 0.35'],
    [dose(4512.3, 345.6), 1, '4512 ± 346'],
    [dose(4.5123, 0.3456), 1e-3, '4512 ± 346'],
    [dose(0.18234, 0.00789), 1, '0.1823 ± 0.0079'],
    [exactly(gray(4.5)), 1, '4.500'],
  ])('C7: has the first two digits of its uncertainty (%#)', (estimate, unit, words) => {
    expect(withUncertainty(estimate, unit)).toBe(words);
  });
});

describe('the name of the program in records', () => {
  it('C8: has the version of the package', () => {
    const { version } = JSON.parse(readFileSync(resolve(__dirname, '../../package.json'), 'utf8')) as { version: string };
    expect(SOFTWARE).toBe(`Graywise ${version}`);
  });
});
