/** @jest-environment jsdom */
jest.mock('@graywise/course', () => ({}));
import type { Explanation } from '../src/explain/explanation';
import { gray, hours, makeEstimate, uncorrectedShift, type BudgetCheck, type MeasuredRegionResult } from '@graywise/physics';
import { explainQuantity } from '../src/explain/explainQuantity';
import { formatEstimate } from '../src/format/formatEstimate';
import { formatChance } from '../src/format/formatChance';
import { formatRange } from '../src/format/formatRange';
import type { CourseState } from '../src/state/courseState';
import { ProvenanceDrawer } from '../src/ui/ProvenanceDrawer';
import { doneStep } from './fixtures/fakeEngine';
import { VERIFICATION } from './fixtures/verification';
import { click, showInCourse, type Shown } from './support';

const show = (more: Partial<CourseState>): Shown => showInCourse(<ProvenanceDrawer />, { outcomes: { dose: doneStep('dose') }, ...more });

const dose = { region: 'kidneys', quantity: 'absorbedDose' } as const;
const check: BudgetCheck = {
  name: 'kidneys',
  samples: 5000,
  seed: 1,
  failed: 0,
  propagated: { value: 4.9, standardUncertainty: 0.59, interval95: [3.9, 6.2] },
  sampled: { mean: 4.93, median: 4.9, standardDeviation: 0.6, interval95: [3.85, 6.19] },
  spreadRatio: 1.01,
  spreadRatioUncertainty: 0.01,
  agrees: true,
  explanation: 'The samples spread as was propagated.',
};

describe('the budget of a dose', () => {
  it('has its bars, the largest first', () => {
    const { node } = show({ explained: dose });
    expect([...node.querySelectorAll('.gw-budget li')].map(line => line.textContent)).toEqual(['calibration9.6 %', 'volume7.2 %']);
  });

  it('asks what would reduce it, and says it from where to where', () => {
    expect(show({ explained: dose }).called).toEqual(['adviseUncertainty "kidneys"']);
    const found = [{ kind: 'another scan' as const, text: 'Another scan at 96 h: 19 % to 13 %.', from: 0.19, to: 0.13, at: null }];
    const { node } = show({ explained: dose, budgetReview: { advice: { region: 'kidneys', found }, checks: null } });
    expect(node.querySelector('[data-cy=gw-advice]')?.textContent).toContain('Another scan at 96 h19 % → 13 %');
  });

  it('says which part is the largest where nothing would reduce it', () => {
    const { node } = show({ explained: dose, budgetReview: { advice: { region: 'kidneys', found: [] }, checks: null } });
    expect(node.querySelector('[data-cy=gw-no-advice]')?.textContent).toContain('Its largest part is calibration, 9.6 %.');
  });

  it('is checked by random trials on demand, beside the propagated figures', () => {
    const advice = { region: 'kidneys', found: [] };
    const before = show({ explained: dose, budgetReview: { advice, checks: null } });
    click(before.node, '[data-cy=gw-check-budget]');
    expect(before.called).toEqual(['checkUncertainty undefined']);
    const { node } = show({ explained: dose, budgetReview: { advice, checks: [check] } });
    expect(node.querySelector('[data-key=Propagated]')?.textContent).toBe('Propagated4.90 ± 0.593.9 to 6.2');
    expect(node.querySelector('[data-key="Monte Carlo"]')?.textContent).toBe('Monte Carlo4.93 ± 0.603.9 to 6.2');
  });
});

describe('the dose of a region without voxels', () => {
  const marrow: MeasuredRegionResult = {
    name: 'red-marrow (blood)',
    label: 'Red marrow (by blood)',
    kind: 'blood',
    unit: 'Bq/mL',
    curve: [{ afterAdministration: hours(1), value: makeEstimate(1e5, []) }],
    model: 'bi-exponential',
    fit: null,
    extrapolatedFraction: 0.12,
    timeIntegrated: makeEstimate(3.6e9, [{ source: 'counts', key: 'counts', standardUncertainty: 3.6e8 }]),
    effectiveHalfLife: makeEstimate(hours(20), [{ source: 'fit', key: 'fit', standardUncertainty: 3600 }]),
    absorbedDose: makeEstimate(gray(0.2), [
      { source: 'counts', key: 'counts', standardUncertainty: 0.02 },
      { source: 'S-value', key: 'S-value', standardUncertainty: 0.01 },
    ]),
    alphaDose: null,
    absorbedDosePerActivity: null,
    method: 'D = A~ S (Hindorf et al., 2010)',
    confirmed: false,
    assumptions: ['The ratio of marrow to blood is 1.'],
    warnings: [{ code: 'GW_MEASUREMENT_UNCERTAINTY', message: 'One uncertainty is not stated.' }],
  };
  const known = (region: MeasuredRegionResult) => ({ dose: { ...doneStep('dose'), known: { ...VERIFICATION, measured: [region] } } });
  const explained = { region: marrow.name, quantity: 'measuredDose' } as const;

  it('has its budget, its equation with the publication, what it rests on and what is not confirmed', () => {
    const { node, called } = show({ outcomes: known(marrow), explained });
    expect(node.querySelector('.gw-equation')?.textContent).toBe('D = A~ S (Hindorf et al., 2010)');
    expect([...node.querySelectorAll('.gw-budget li')].map(line => line.textContent)).toEqual(['counts10.0 %', 'S-value5.0 %']);
    for (const text of [
      'Absorbed dose to Red marrow (by blood): 0.200 ± 0.022 Gy',
      'By blood samples, 1 measurement, from the facts of this patient. Curve: bi-exponential.',
      '1,000 ± 100 kBq h/mL',
      '20.0 ± 1.0 h',
      '12 %',
      'The ratio of marrow to blood is 1.',
      'the centre must confirm it',
      'One uncertainty is not stated.',
    ])
      expect(node.textContent).toContain(text);
    // Advice and random trials are of regions with voxels.
    expect(called).toEqual([]);
  });

  it('is not explained where no dose follows, or for a region that is not there', () => {
    expect(show({ outcomes: known({ ...marrow, absorbedDose: null }), explained }).node.querySelector('[data-cy=gw-drawer]')).toBeNull();
    expect(explainQuantity(VERIFICATION, explained)).toBeNull();
  });
});

describe('figures that the verification does not hold', () => {
  it('bring their explanation', () => {
    const explanation: Explanation = {
      title: 'Dose <b>x</b>',
      value: '18 Gy',
      estimate: null,
      equation: 'D = g A',
      source: 'A book.',
      inputs: [{ name: 'Activity', value: '7,400 MBq' }],
      notes: [],
      objects: [],
    };
    const { node } = show({ explained: { explanation } });
    expect(node.textContent).toContain('Dose <b>x</b>: 18 Gy');
    expect(node.querySelector('.gw-budget')).toBeNull();
  });
});

describe('what explanations hold', () => {
  const [kidneys, ...others] = VERIFICATION.regions;
  const recovered = {
    ...VERIFICATION,
    regions: [
      {
        ...kidneys!,
        recovery: { ...kidneys!.volume, value: 0.84, standardUncertainty: 0.03 },
        fit: {
          ...kidneys!.fit,
          singleScan: { method: 'population' as const, source: 'Somebody 2018', confirmed: false, halfLife: kidneys!.effectiveHalfLife },
        },
      },
      ...others,
    ],
  };

  it('recovery and the half-life of a population are among the inputs of a dose', () => {
    const inputs = explainQuantity(recovered, dose)?.inputs.map(({ name, value }) => `${name} ${value}`);
    expect(inputs).toContain('Recovery R (partial volume) 84.0 ± 3.0 %');
    expect(
      inputs?.some(input => input.startsWith('Half-life: Somebody 2018 (suggested, to be confirmed by the centre) 50.0 ± 1.0 h')),
    ).toBe(true);
  });

  it('what is expected of a dose and not corrected is said, with its direction', () => {
    const { absorbedDose } = kidneys!;
    const lower = { ...absorbedDose, contributions: uncorrectedShift(-0.03 * absorbedDose.value) };
    const notes = explainQuantity({ ...VERIFICATION, regions: [{ ...kidneys!, absorbedDose: lower }] }, dose)?.notes.join(' ');
    expect(notes).toContain('expected to lie 3.0 % below this one');
    expect(explainQuantity(VERIFICATION, dose)?.notes.join(' ')).not.toContain('Uncorrected');
  });

  it('an expected dose has its ranges, z and the population value', () => {
    const [comparison] = VERIFICATION.comparisons;
    const prior = { id: 'x', version: '3', n: 18, origin: 'shipped' as const };
    const explanation = explainQuantity(
      { ...VERIFICATION, comparisons: [{ ...comparison!, prior }] },
      { region: 'kidneys', quantity: 'expectedDose' },
    );
    expect(explanation?.value).toBe('4.5 Gy (95 %: 2.0 to 9.0 Gy)');
    expect(explanation?.inputs).toContainEqual({ name: 'Population value x', value: 'version 3, 18 patients' });
  });
});

describe('an uncertainty below the last decimal shown', () => {
  it('is not nothing', () => {
    const estimate = { ...VERIFICATION.regions[0]!.volume, value: 0.891, standardUncertainty: 0.0003 };
    expect(formatEstimate(estimate, 100, 1)).toBe('89.1 ± < 0.1');
  });
});

describe('chances and ranges', () => {
  it('are never certain where they are counted', () => {
    expect([0, 0.0005, 0.05, 0.5, 0.997, 1].map(formatChance)).toEqual(['< 0.1 %', '< 0.1 %', '5.0 %', '50 %', '99.7 %', '> 99.9 %']);
  });

  it('have the digits that their width deserves', () => {
    expect([formatRange([14.83, 21.9]), formatRange([0.893, 6.91]), formatRange([6, 137]), formatRange([2, 2])]).toEqual([
      '14.8 to 21.9',
      '0.9 to 6.9',
      '6 to 137',
      '2.00 to 2.00',
    ]);
  });
});
