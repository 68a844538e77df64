/** @jest-environment jsdom */
jest.mock('@graywise/course', () => ({}));
jest.mock('@observablehq/plot', () => ({}));
import { CLOSED_COURSE, CourseProvider, type CourseService, type CourseState } from '@graywise/extension-core';
import { gray, makeEstimate, type CyclePlan, type RegionPrediction } from '@graywise/physics';
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { doneStep, OVERVIEW } from '../../core/test/fixtures/fakeEngine';
import { VERIFICATION } from '../../core/test/fixtures/verification';
import { feasibilityWords } from '../src/plan/feasibilityWords';
import { initialRequest } from '../src/plan/initialRequest';
import { predictionBars } from '../src/plan/predictionBars';
import { spreadApart } from '../src/plan/spreadApart';
import { RecordStep } from '../src/verify/RecordStep';
import { VerifyStep } from '../src/verify/VerifyStep';

const prediction = (name: string, dose: number, more: Partial<RegionPrediction> = {}): RegionPrediction => {
  const estimate = makeEstimate(gray(dose), [{ source: 'between-cycle variation', key: 'cycles', standardUncertainty: 0.1 * dose }], {
    distribution: 'lognormal',
  });
  return {
    name,
    absorbedDose: estimate,
    bed: null,
    cumulative: estimate,
    cumulativeBed: null,
    limit: null,
    target: null,
    probabilityOverLimit: null,
    probabilityReachesTarget: null,
    ...more,
  };
};
const kidneyLimit = { region: 'kidneys', value: gray(23), quantity: 'absorbed dose', source: 'x' } as const;

function show(content: ReactNode, more: Partial<CourseState>): { readonly node: HTMLElement; readonly called: string[] } {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const called: string[] = [];
  const state: CourseState = {
    ...CLOSED_COURSE,
    phase: 'open',
    overview: OVERVIEW,
    outcomes: { verify: doneStep('verify'), record: doneStep('record') },
    ...more,
  };
  const actions = new Proxy(
    {},
    { get: (_target, name) => (argument: unknown) => called.push(`${String(name)} ${JSON.stringify(argument)}`) },
  );
  const course = { getSnapshot: () => state, subscribe: () => () => undefined, actions } as unknown as CourseService;
  const node = document.body.appendChild(document.createElement('div'));
  act(() => createRoot(node).render(<CourseProvider course={course}>{content}</CourseProvider>));
  return { node, called };
}

describe('the start of a plan', () => {
  it('is the cycle after the last verified one, with limits of verified regions only and the largest lesion as target', () => {
    const request = initialRequest([VERIFICATION]);
    expect(request).toMatchObject({ cycle: 2, cyclesLeft: 3, riskAccepted: 0.05, activityCap: null });
    expect(request.limits.map(limit => limit.region)).toEqual(['kidneys']);
    expect(request.targets.map(target => target.region)).toEqual(['lesion-3']);
  });
});

describe('the bars', () => {
  it('put what decides first and hold the 95 % range and the line within the axis', () => {
    const bars = predictionBars(
      [prediction('liver', 9), prediction('kidneys', 18, { limit: kidneyLimit, probabilityOverLimit: 0.05 })],
      VERIFICATION.regions,
      0.05,
    );
    expect(bars.map(bar => bar.name)).toEqual(['kidneys', 'liver']);
    expect(bars[0]).toMatchObject({
      value: '18.0 ± 1.8 Gy',
      limit: { gray: 23, kept: true, words: 'limit 23.0 Gy, chance to pass it 5.0 %' },
    });
    for (const bar of bars) expect(bar.scaleEnd).toBeGreaterThan(Math.max(bar.high, bar.limit?.gray ?? 0));
  });

  it('say when a limit is not kept', () => {
    const over = prediction('kidneys', 25, { limit: kidneyLimit, probabilityOverLimit: 0.7 });
    expect(predictionBars([over], VERIFICATION.regions, 0.05)[0]?.limit?.kept).toBe(false);
    expect(predictionBars([over], VERIFICATION.regions, null)[0]?.limit?.kept).toBe(false);
  });
});

describe('the window in words', () => {
  const plan = { binding: 'kidneys', feasibleWindow: [4.9e9, 13.9e9] } as unknown as CyclePlan;

  it('names its ends and what binds', () => {
    expect(feasibilityWords(plan, VERIFICATION.regions)).toBe(
      'From 4,900 to 13,900 MBq every limit is kept and every target reached; the limit of Kidneys binds.',
    );
  });

  it('says what would have to change when there is none', () => {
    expect(feasibilityWords({ ...plan, feasibleWindow: null }, VERIFICATION.regions)).toContain(
      'the limit of Kidneys binds. Raise the limit',
    );
  });
});

describe('the step Verify', () => {
  it('shows dose, expectation, verdict in words and limit of every region', () => {
    const { node } = show(<VerifyStep />, {});
    const row = node.querySelector('[data-key=kidneys]')?.textContent;
    for (const text of ['4.90 ± 0.59 Gy', '2.0 to 9.0 Gy', '✓ within', '23 Gy']) expect(row).toContain(text);
    expect(node.textContent).toContain('to be confirmed by the centre');
  });
});

describe('the step Record', () => {
  it('stores with a name, and not without', () => {
    const { node, called } = show(<RecordStep />, {});
    const button = node.querySelector<HTMLButtonElement>('[data-cy=gw-store]');
    expect(button?.disabled).toBe(true);
    const field = node.querySelector<HTMLInputElement>('[data-cy=gw-store-name]');
    act(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'A. Physicist');
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    act(() => button?.click());
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
