/** @jest-environment jsdom */
jest.mock('@graywise/course', () => ({}));
jest.mock('@observablehq/plot', () => ({}));
import { CLOSED_COURSE, CourseProvider, NO_DOSE_REVIEW, type CourseService, type CourseState } from '@graywise/extension-core';
import type { Estimate, Gray, Step } from '@graywise/physics';
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { COMPARISON } from '../../core/test/fixtures/comparison';
import { doneStep, OVERVIEW } from '../../core/test/fixtures/fakeEngine';
import { VERIFICATION } from '../../core/test/fixtures/verification';
import { comparisonRows } from '../src/charts/comparisonRows';
import { DoseDock } from '../src/charts/DoseDock';
import { secondHistograms } from '../src/charts/secondHistograms';
import { DoseStep } from '../src/steps/DoseStep';

const STEPS: readonly Step[] = ['calibrate', 'align', 'regions', 'time-activity', 'dose'];
const COMPARED = { criteria: COMPARISON.comparison.criteria, comparison: COMPARISON, picture: 'dose difference' } as const;
const BY_SPHERES = { ...COMPARISON, other: { ...COMPARISON.other, engine: 'sphere' as const } };

function show(content: ReactNode, more: Partial<CourseState> = {}): { readonly node: HTMLElement; readonly called: unknown[][] } {
  Object.assign(globalThis, {
    IS_REACT_ACT_ENVIRONMENT: true,
    ResizeObserver: class {
      observe = jest.fn();
      disconnect = jest.fn();
    },
  });
  const called: unknown[][] = [];
  const state: CourseState = {
    ...CLOSED_COURSE,
    phase: 'open',
    step: 'dose',
    overview: OVERVIEW,
    region: 'kidneys',
    outcomes: Object.fromEntries(STEPS.map(step => [step, doneStep(step)])),
    ...more,
  };
  const actions = new Proxy(
    {},
    {
      get:
        (_target, name) =>
        (...given: unknown[]) =>
          called.push([name, ...given]),
    },
  );
  const course = { getSnapshot: () => state, subscribe: () => () => undefined, actions } as unknown as CourseService;
  const node = document.body.appendChild(document.createElement('div'));
  act(() => createRoot(node).render(<CourseProvider course={course}>{content}</CourseProvider>));
  return { node, called };
}

const click = (node: HTMLElement, selector: string): void => act(() => node.querySelector<HTMLElement>(selector)?.click());

function type(node: HTMLElement, selector: string, value: string): void {
  const field = node.querySelector<HTMLInputElement>(selector);
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  act(() => {
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

describe('the step Dose', () => {
  it('says which engine made the dose, why, what it assumes and how sure its model is', () => {
    const text = show(<DoseStep />).node.querySelector('[data-cy=gw-dose-engine]')?.textContent;
    for (const part of ['Voxel kernel', 'chosen by the course', 'Every region lies in soft tissue.', '± 3.0 %', 'The body is soft tissue.'])
      expect(text).toContain(part);
  });

  it('makes the dose by another engine, and not without a reason', () => {
    const { node, called } = show(<DoseStep />);
    expect(node.querySelector<HTMLButtonElement>('[data-cy=gw-engine-run]')?.disabled).toBe(true);
    type(node, '[data-cy=gw-engine-reason]', 'Metastases in bone.');
    click(node, '[data-cy=gw-engine-run]');
    expect(called).toEqual([['chooseDoseEngine', 'monteCarlo', 'Metastases in bone.']]);
  });

  it('makes the map of a curve in every voxel, and by the scans again', () => {
    const { node, called } = show(<DoseStep />);
    type(node, '[data-cy=gw-map-reason]', 'A necrotic centre.');
    click(node, '[data-cy=gw-map-run]');
    expect(called).toEqual([['chooseMapPattern', 'voxel fits', 'A necrotic centre.']]);
  });

  it('compares with a second engine under criteria that can be changed', () => {
    const { node, called } = show(<DoseStep />);
    click(node, '[data-cy=gw-criteria-3-3]');
    type(node, '[data-cy=gw-criteria-mm]', '1.5');
    click(node, '[data-cy=gw-compare]');
    expect(called).toEqual([['compareDose', 'monteCarlo', { ...NO_DOSE_REVIEW.criteria, doseDifferencePercent: 3, distanceMm: 1.5 }]]);
  });

  it('never offers the engine that made the dose as the second', () => {
    const { node } = show(<DoseStep />);
    const offered = [...node.querySelectorAll<HTMLOptionElement>('[data-cy=gw-second] option')].map(option => option.value);
    expect(offered).toEqual(['localDeposition', 'monteCarlo', 'organSValue', 'sphere']);
  });

  it('says how many voxels pass, under which criteria, and shows them on the images', () => {
    const { node, called } = show(<DoseStep />, { doseReview: COMPARED });
    expect(node.querySelector('[data-cy=gw-gamma]')?.textContent).toBe(
      '98.7 % of 12,345 voxels pass 2 %/2 mm (global, above 10 % of the largest dose).',
    );
    click(node, '[data-cy=gw-picture-gamma-index]');
    expect(called).toEqual([['showDosePicture', 'gamma index']]);
  });

  it('says it when the second engine has no map', () => {
    const { node } = show(<DoseStep />, { doseReview: { ...COMPARED, comparison: BY_SPHERES } });
    expect(node.querySelector('[data-cy=gw-gamma]')?.textContent).toContain('doses of regions are compared');
    expect(node.querySelector('[data-cy=gw-picture-gamma-index]')).toBeNull();
  });
});

describe('the dose of alpha particles', () => {
  const withAlpha = VERIFICATION.regions.map(region => ({ ...region, alphaDose: region.absorbedDose }));

  it('stands apart where there is one, and takes no place where there is none', () => {
    const dose = { ...doneStep('dose'), known: { ...VERIFICATION, regions: withAlpha } };
    const columns = (node: HTMLElement) => [...node.querySelectorAll('[data-cy=gw-doses] th')].map(cell => cell.textContent);
    expect(columns(show(<DoseStep />, { outcomes: { dose } }).node)).toEqual(['Region', 'Dose', 'of it alpha', 'BED']);
    expect(columns(show(<DoseStep />).node)).toEqual(['Region', 'Dose', 'BED']);
  });
});

describe('the table of a comparison', () => {
  it('gives what both engines share no part in the uncertainty of the difference', () => {
    const [kidneys] = comparisonRows(VERIFICATION.regions, COMPARISON);
    // The second is 2 % larger; its own share is 1 % of 1.02; of the shared 12 % only 2 % of them remain in the difference in Gy, none in the ratio.
    expect(kidneys?.percent.value).toBeCloseTo(2, 9);
    expect(kidneys?.percent.standardUncertainty).toBeCloseTo(1.02, 6);
    expect(kidneys?.difference.value).toBeCloseTo(0.098, 9);
    expect(kidneys?.difference.standardUncertainty).toBeCloseTo(Math.hypot(0.02 * 0.12 * 4.9, 0.01 * 1.02 * 4.9), 6);
  });

  it('takes a second dose that is smaller, of estimates that are lognormal as those of the engine are', () => {
    const lognormal = (dose: Estimate<Gray>): Estimate<Gray> => ({ ...dose, distribution: 'lognormal' });
    const swapped = COMPARISON.regions.map(({ name, used, other }) => ({ name, used: lognormal(other), other: lognormal(used) }));
    expect(comparisonRows(VERIFICATION.regions, { ...COMPARISON, regions: swapped })[0]?.difference.value).toBeCloseTo(-0.098, 9);
  });

  it('shows doses by both engines, differences and pass rates, and takes the place of the table of one', () => {
    const { node } = show(<DoseDock />, { doseReview: COMPARED });
    const row = node.querySelector('[data-cy=gw-comparison-table] [data-key=kidneys]')?.textContent;
    for (const text of ['4.90 ± 0.59', '5.00 ± 0.60', '2.0 ± 1.0', '97.5']) expect(row).toContain(text);
    expect(node.textContent).toContain('dashed: Monte Carlo');
    expect(node.querySelector('[data-cy=gw-dvh-table]')).toBeNull();
  });

  it('leaves out regions that the second engine does not know', () => {
    expect(comparisonRows(VERIFICATION.regions, COMPARISON).map(row => row.region.name)).toEqual(['kidneys', 'liver']);
  });

  it('has no figures of voxels where there is no map', () => {
    const [kidneys] = comparisonRows(VERIFICATION.regions, BY_SPHERES);
    expect(kidneys).toMatchObject({ quantiles: null, passShare: null });
    expect(secondHistograms(BY_SPHERES)).toEqual({});
  });
});
