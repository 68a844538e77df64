/** @jest-environment jsdom */
jest.mock('@graywise/course', () => ({}));
jest.mock('@observablehq/plot', () => ({}));
import type { Decision, RegionScanTimeAdvice, ScanComparison } from '@graywise/course';
import { becquerelSecond, gray, hours, makeEstimate, type Estimate, type MeasuredRegionResult, type RegionResult } from '@graywise/physics';
import { VERIFICATION } from '../../core/test/fixtures/verification';
import { DecisionForm } from '../src/panels/DecisionForm';
import { FewerScans } from '../src/scans/FewerScans';
import { ScanComparisonTable } from '../src/scans/ScanComparisonTable';
import { TimeActivityStep } from '../src/steps/TimeActivityStep';
import { curveData } from '../src/charts/curveData';
import { click, show, type } from './support';

const [kidneys] = VERIFICATION.regions as [RegionResult];

const estimate = <Q extends number>(value: Q, u: number): Estimate<Q> =>
  makeEstimate(value, [{ source: 'fit', key: 'fit', standardUncertainty: u }]);

describe('the models of a curve', () => {
  const fit: RegionResult['fit'] = {
    ...kidneys.fit,
    models: [
      { title: 'bi-exponential', weight: 0.7, timeIntegratedActivity: becquerelSecond(3.7e13), effectiveHalfLife: hours(52) },
      { title: 'mono-exponential', weight: 0.3, timeIntegratedActivity: becquerelSecond(3.5e13), effectiveHalfLife: hours(49) },
    ],
    advice: ['The residuals come in runs: early points lie above the curve.'],
  };
  const regions = [{ ...kidneys, fit }];

  it('are shown with weights, integrals and half-lives, what lies after the last scan, and what to look at', () => {
    const { node } = show(<TimeActivityStep />, {}, { regions });
    expect(node.querySelector('[data-key=bi-exponential]')?.textContent).toBe('bi-exponential70 %10.352.0');
    expect(node.querySelector('[data-cy=gw-extrapolated]')?.textContent).toBe('10 %');
    expect(node.querySelector('[data-cy=gw-fit-advice]')?.textContent).toContain('residuals come in runs');
  });
});

describe('points that are of no scan', () => {
  it('say what measured them', () => {
    const [first, ...others] = kidneys.curve as [RegionResult['curve'][number], ...RegionResult['curve']];
    const { points } = curveData(
      {
        ...kidneys,
        fit: { ...kidneys.fit, parameterNames: [], covariance: [] },
        curve: [{ ...first, timePoint: 0, measuredBy: 'planar' }, ...others],
      },
      200,
    );
    expect(points.map(({ measuredBy }) => measuredBy)).toEqual(['planar', null, null, null]);
    expect(points[0]?.title).toContain('By planar: ');
  });
});

describe('one scan', () => {
  const decision: Decision = {
    kind: 'state half-life',
    subject: 'kidneys',
    question: 'Whose half-life?',
    options: [
      { method: 'own', text: 'Its own, of cycle 1: 50 h.', confirmed: true },
      { method: 'population', text: 'Of the population: 51 h, 20 % (Somebody 2018).', confirmed: false },
      { method: 'stated', text: 'A half-life that you state, with your reason.', confirmed: true },
    ],
  };

  it('is offered the ways to make a curve, with what they rest on, suggested ones marked, the first one picked', () => {
    const { node, called } = show(<DecisionForm decisions={[decision]} />);
    expect(node.textContent).toContain('51 h, 20 % (Somebody 2018). suggested');
    type(node, 'gw-decision-reason', 'As planned.');
    click(node, '[data-cy=gw-decision-accept]');
    expect(called).toEqual(['acceptAndContinue {"reason":"As planned.","method":"own","halfLifeHours":null,"subject":"every region"}']);
  });

  it('asks for the number of a half-life that is stated', () => {
    const { node, called } = show(<DecisionForm decisions={[decision]} />);
    type(node, 'gw-decision-reason', 'Measured elsewhere.');
    click(node, '[data-cy=gw-method-stated]');
    expect(node.querySelector<HTMLButtonElement>('[data-cy=gw-decision-accept]')?.disabled).toBe(true);
    type(node, 'gw-decision-half-life', '47');
    click(node, '[data-cy=gw-decision-for-all]');
    click(node, '[data-cy=gw-decision-accept]');
    expect(called).toEqual(['acceptAndContinue {"reason":"Measured elsewhere.","method":"stated","halfLifeHours":47}']);
  });
});

describe('fewer scans', () => {
  const ofScans = (timePoints: readonly number[], dose: number, u: number) => ({
    timePoints,
    fit: kidneys.fit,
    timeIntegratedActivity: kidneys.timeIntegratedActivity,
    effectiveHalfLife: estimate(hours(50), 3600),
    absorbedDose: estimate(gray(dose), u),
    warnings: [],
  });
  const comparison: ScanComparison = {
    timePoints: [3],
    regions: [
      {
        name: 'kidneys',
        label: 'Kidneys',
        all: ofScans([1, 2, 3, 4], 4.9, 0.3),
        chosen: ofScans([3], 5.1, 0.9),
        refusal: null,
        options: [],
      },
      {
        name: 'liver',
        label: 'Liver',
        all: ofScans([1, 2, 3, 4], 3, 0.2),
        chosen: null,
        refusal: { code: 'GW_X', message: 'No half-life is known.', hint: '' },
        options: [],
      },
    ],
    assumptions: ['Masses are the same.'],
  };

  it('are picked, with the method where one is left', () => {
    const { node, called } = show(<FewerScans />);
    click(node, '[data-cy=gw-method-haenscheid]');
    click(node, '[data-cy=gw-compare-scans]');
    expect(called).toEqual(['compareScans [3] {"method":"haenscheid","halfLifeHours":null}']);
    click(node, '[data-cy=gw-use-scan-1]');
    expect(node.querySelector('[data-cy=gw-method-haenscheid]')).toBeNull();
  });

  it('can make the dose, for a reason', () => {
    const { node, called } = show(<FewerScans />);
    click(node, '[data-cy=gw-use-scan-4]');
    type(node, 'gw-use-reason', 'The early scans moved.');
    click(node, '[data-cy=gw-use-scans]');
    expect(called).toEqual(['chooseScans [3,4] {"method":"population","halfLifeHours":null} "The early scans moved."']);
  });

  it('stand beside all of them, with uncertainties, and say where they make no curve', () => {
    const { node } = show(<ScanComparisonTable comparison={comparison} />);
    for (const text of ['4.90 ± 0.30', '5.10 ± 0.90', '50.0 ± 1.0'])
      expect(node.querySelector('[data-key=kidneys]')?.textContent).toContain(text);
    expect(node.querySelector('[data-key=liver]')?.textContent).toContain('–');
    expect(node.textContent).toContain('Liver: No half-life is known.');
    expect(node.textContent).toContain('All 4 scans beside scan 3');
  });
});

describe('what decays after the last scan', () => {
  const button = (node: HTMLElement) => node.querySelector<HTMLButtonElement>('[data-cy=gw-use-tail]');
  const chosen = { kind: 'choose tail', subject: 'physical decay', reason: 'Early.', halfLifeHours: null } as const;

  it('is chosen with a reason', () => {
    const { node, called } = show(<TimeActivityStep />);
    expect(node.querySelector<HTMLInputElement>('[data-cy=gw-tail-fitted]')?.checked).toBe(true);
    expect(button(node)?.disabled).toBe(true);
    click(node, '[data-cy=gw-tail-population]');
    expect(button(node)?.disabled).toBe(true);
    type(node, 'gw-tail-reason', 'The last scan is early.');
    click(node, '[data-cy=gw-use-tail]');
    expect(called).toEqual(['chooseTail "population half-life" "The last scan is early."']);
  });

  it('may be the fit again, without one', () => {
    const { node, called } = show(<TimeActivityStep />, { answers: [chosen] });
    expect(node.querySelector<HTMLInputElement>('[data-cy=gw-tail-physical]')?.checked).toBe(true);
    click(node, '[data-cy=gw-tail-fitted]');
    click(node, '[data-cy=gw-use-tail]');
    expect(called).toEqual(['chooseTail null ""']);
  });

  it('is not asked of a stored record', () => {
    expect(show(<TimeActivityStep />, { stored: true }).node.querySelector('[data-cy=gw-tail]')).toBeNull();
  });
});

describe('the best time of one scan', () => {
  const advice: RegionScanTimeAdvice = {
    name: 'kidneys',
    label: 'Kidneys',
    best: hours(75),
    leastUncertainty: 0.02,
    window: [hours(50), hours(130)],
    curve: [{ afterAdministration: hours(2), relativeUncertainty: 0.3 }],
    halfLife: estimate(hours(52), 5 * 3600),
    source: 'Cycle 1',
    confirmed: true,
  };

  it('is said with what the half-life leaves open', () => {
    const { node } = show(<TimeActivityStep />, { scanReview: { comparison: null, advice: [advice] } });
    expect(node.querySelector('[data-cy=gw-scan-time]')?.textContent).toBe(
      'Kidneys: best 75 h after administration. The half-life alone then leaves 2.0 % of the integral open; from 50 h to 130 h at most 10 %.',
    );
  });
});

describe('what is measured without images', () => {
  const measured: MeasuredRegionResult = {
    name: 'red-marrow',
    label: 'Red marrow',
    kind: 'blood',
    unit: 'Bq/mL',
    curve: [{ afterAdministration: hours(1), value: estimate(1e5, 1e4) }],
    model: 'log-linear phases',
    fit: null,
    extrapolatedFraction: 0.12,
    timeIntegrated: estimate(3.6e9, 3.6e8),
    effectiveHalfLife: estimate(hours(20), 3600),
    absorbedDose: estimate(gray(0.21), 0.05) as MeasuredRegionResult['absorbedDose'],
    alphaDose: null,
    absorbedDosePerActivity: null,
    method: 'Sgouros 1993.',
    confirmed: false,
    assumptions: ['The ratio of marrow to blood is 1.'],
    warnings: [],
  };

  it('is a table with dose, integral, half-life and what lies after the last measurement', () => {
    const { node } = show(<TimeActivityStep />, {}, { measured: [measured] });
    const row = node.querySelector('[data-cy=gw-measured] tbody tr')?.textContent;
    for (const text of ['Red marrow, by blood samples', '0.210 ± 0.050 Gy', '1,000 ± 100 kBq h/mL', '20.0 ± 1.0 h', '12 %'])
      expect(row).toContain(text);
    expect(node.textContent).toContain('suggested, to be confirmed by the centre');
  });

  it('can be asked where its dose comes from', () => {
    const { node, called } = show(<TimeActivityStep />, {}, { measured: [measured, { ...measured, name: 'blood', absorbedDose: null }] });
    const [figure, ...others] = node.querySelectorAll<HTMLElement>('[data-cy=gw-measured] .gw-explainable');
    expect(others).toEqual([]);
    expect(figure?.getAttribute('aria-label')).toContain('Dose of Red marrow');
    click(node, '[data-cy=gw-measured] .gw-explainable');
    expect(called).toEqual(['explain {"region":"red-marrow","quantity":"measuredDose"}']);
  });

  it('is not spoken of where there is none', () => {
    expect(show(<TimeActivityStep />).node.querySelector('[data-cy=gw-measured]')).toBeNull();
  });
});
