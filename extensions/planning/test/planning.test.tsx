/** @jest-environment jsdom */
jest.mock('@graywise/course', () => ({}));
jest.mock('@observablehq/plot', () => ({}));
import { courseRegions, type CyclePlan } from '@graywise/physics';
import { VERIFICATION } from '../../core/test/fixtures/verification';
import { feasibilityWords } from '../src/plan/feasibilityWords';
import { initialRequest } from '../src/plan/initialRequest';
import { predictionBars } from '../src/plan/predictionBars';
import { spreadApart } from '../src/plan/spreadApart';
import { RecordStep } from '../src/verify/RecordStep';
import { VerifyStep } from '../src/verify/VerifyStep';
import { button, click, kidneyLimit, marrowOfTheSite, PLAN, prediction, show, type } from './support';

describe('the start of a plan', () => {
  it('is the cycle after the last verified one, with the limits of its protocol and the largest lesion as target', () => {
    const request = initialRequest({ history: [VERIFICATION], radiopharmaceutical: '177Lu-DOTATATE', firstCycle: 1 });
    expect(request).toMatchObject({ cycle: 2, cyclesLeft: 3, riskAccepted: 0.05, activityCap: null });
    expect(request.limits.map(({ region, confirmed }) => ({ region, confirmed }))).toEqual([
      { region: 'kidneys', confirmed: false },
      { region: 'red-marrow', confirmed: false },
    ]);
    expect(request.targets.map(target => target.region)).toEqual(['lesion-3']);
    expect(request.cyclesSource).toEqual({ source: 'Lutathera, summary of product characteristics', confirmed: false });
    expect(request.trend).toMatchObject({ organs: 0, lesions: -0.15, confirmed: false });
    expect(request.radiobiology?.map(({ region, confirmed }) => [region, confirmed])).toEqual([
      ['kidneys', false],
      ['lesion', false],
    ]);
  });
});

describe('the start before the first cycle', () => {
  it('rests on the population: it says what will be given, and has the limits and cycles of the protocol', () => {
    const request = initialRequest({ history: [], radiopharmaceutical: '177Lu-DOTATATE', firstCycle: 1 });
    expect(request).toMatchObject({
      cycle: 1,
      cyclesLeft: 4,
      radiopharmaceutical: '177Lu-DOTATATE',
      protocol: 'lu-177-dotatate',
      targets: [],
    });
    expect(request.limits.map(limit => limit.region)).toEqual(['kidneys', 'red-marrow']);
  });

  it('leaves out a limit of the protocol on a region that no population value is known of, unless the site has one', () => {
    const start = { history: [], radiopharmaceutical: '177Lu-PSMA-I&T', firstCycle: 1 };
    expect(initialRequest(start).limits.map(limit => limit.region)).toEqual(['kidneys']);
    const request = initialRequest({ ...start, priors: [marrowOfTheSite] });
    expect(request.limits.map(limit => limit.region)).toEqual(['kidneys', 'red-marrow']);
  });
});

describe('the bars', () => {
  it('put what decides first and hold the 95 % range and the line within the axis', () => {
    const bars = predictionBars(
      [prediction('liver', 9), prediction('kidneys', 18, { limit: kidneyLimit, probabilityOverLimit: 0.05 })],
      courseRegions(VERIFICATION),
      0.05,
    );
    expect(bars.map(bar => bar.name)).toEqual(['kidneys', 'liver']);
    expect(bars[0]).toMatchObject({
      value: '18.0 ± 1.8 Gy',
      limit: { gray: 23, kept: true, words: 'limit 23 Gy; over: 5.0 %' },
    });
    for (const bar of bars) expect(bar.scaleEnd).toBeGreaterThan(Math.max(bar.interval95[1], bar.limit?.gray ?? 0));
  });

  it('say when a limit is not kept', () => {
    const over = prediction('kidneys', 25, { limit: kidneyLimit, probabilityOverLimit: 0.7 });
    expect(predictionBars([over], courseRegions(VERIFICATION), 0.05)[0]?.limit?.kept).toBe(false);
    expect(predictionBars([over], courseRegions(VERIFICATION), null)[0]?.limit?.kept).toBe(false);
  });
});

describe('the window in words', () => {
  const plan = { ...PLAN, feasibleWindow: [4.9e9, 13.9e9] } as unknown as CyclePlan;

  it('names its ends and what binds', () => {
    expect(feasibilityWords(plan, courseRegions(VERIFICATION))).toBe(
      'From 4,900 to 13,900 MBq every limit is kept and every target reached; the limit of Kidneys binds.',
    );
  });

  it('speaks only of what is asked', () => {
    const request = { ...PLAN.request, targets: [] };
    const open = { ...plan, request, feasibleWindow: [0, 13.9e9] } as unknown as CyclePlan;
    expect(feasibilityWords(open, courseRegions(VERIFICATION))).toBe('Up to 13,900 MBq every limit is kept; the limit of Kidneys binds.');
  });

  it('says what would have to change when there is none', () => {
    expect(feasibilityWords({ ...plan, feasibleWindow: null }, courseRegions(VERIFICATION))).toContain(
      'the limit of Kidneys binds. Raise the limit',
    );
  });
});

describe('the step Verify', () => {
  it('shows dose, expectation, verdict in words and z of every region', () => {
    const { node } = show(<VerifyStep />, {});
    const row = node.querySelector('[data-key=kidneys]')?.textContent;
    for (const text of ['4.90 ± 0.59 Gy', '4.5 (2.0 to 9.0)', '✓ within', '0.2']) expect(row).toContain(text);
    expect(node.textContent).toContain('to be confirmed by the centre');
  });
});

describe('the step Record', () => {
  it('stores with a name, and not without', () => {
    const { node, called } = show(<RecordStep />, {});
    expect(button(node, 'gw-store')?.disabled).toBe(true);
    type(node, 'gw-store-name', 'A. Physicist');
    click(node, '[data-cy=gw-store]');
    expect(called).toEqual(['storeRecord {"name":"A. Physicist","role":"Medical physics expert"}']);
  });

  it('shows that it is stored', () => {
    expect(show(<RecordStep />, { stored: true }).node.querySelector('[data-cy=gw-stored]')?.textContent).toContain(
      'stands in the archive',
    );
  });
});

describe('the names at the ends of lines', () => {
  it('keep their places where there is room', () => {
    expect(spreadApart([10, 30, 20], 5, 100)).toEqual([10, 30, 20]);
  });

  it('move apart where they would lie on each other, and stay below the top', () => {
    expect(spreadApart([98, 97, 50], 5, 100)).toEqual([100, 95, 50]);
  });
});
