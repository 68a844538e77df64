/** @jest-environment jsdom */
jest.mock('@graywise/course', () => ({}));
jest.mock('@observablehq/plot', () => ({}));
import { doneStep } from '../../core/test/fixtures/fakeEngine';
import { CoursePanel } from '../src/panels/CoursePanel';
import { StepPanel } from '../src/panels/StepPanel';
import { click, show } from './support';

describe('the right panel', () => {
  it('shows doses with their uncertainty and unit, and who must review them', () => {
    const { node } = show(<StepPanel />, { step: 'dose' });
    expect(node.querySelector('[data-key=kidneys]')?.textContent).toContain('4.90 ± 0.59 Gy');
    expect(node.textContent).toContain('For review by a medical physics expert');
  });

  it('shows labels of the patient as text, never as markup', () => {
    const { node } = show(<StepPanel />, { step: 'dose' });
    expect(node.querySelector('[data-key=liver]')?.textContent).toContain('Liver <b>x</b>');
    expect(node.querySelector('b')).toBeNull();
  });

  it('answers where a number comes from: equation, source, budget, objects', () => {
    const { node, called } = show(<StepPanel />, { step: 'dose' });
    click(node, '[data-key=kidneys] .gw-explainable');
    expect(called).toContain('explain {"region":"kidneys","quantity":"absorbedDose"}');
    const drawer = show(<StepPanel />, { step: 'dose', explained: { region: 'kidneys', quantity: 'absorbedDose' } }).node.querySelector(
      '[data-cy=gw-drawer]',
    );
    for (const text of [
      'D = Σ E(voxel) / m',
      'MIRD Pamphlet 17',
      'Dose engine: Voxel kernel. Every region lies in soft tissue.',
      'calibration',
      '9.6 %',
      'DICOM objects used (8)',
    ])
      expect(drawer?.textContent).toContain(text);
  });

  it('asks for a reason before a registration is accepted', () => {
    const align = {
      ...doneStep('align'),
      status: 'needs a decision' as const,
      decisions: [{ kind: 'accept registration' as const, question: 'Accept scan 2?', subject: '2' }],
    };
    const { node } = show(<StepPanel />, { step: 'align', outcomes: { calibrate: doneStep('calibrate'), align } });
    expect(node.textContent).toContain('Accept scan 2?');
    expect(node.querySelector<HTMLButtonElement>('[data-cy=gw-decision-accept]')?.disabled).toBe(true);
    expect(node.querySelector<HTMLButtonElement>('[data-cy=gw-accept]')?.disabled).toBe(true);
  });

  it('says in words why it cannot go on, with the code beside it', () => {
    const refusal = { code: 'GW_NO_CALIBRATION', message: 'Expected a camera calibration.', hint: 'Add one.' };
    const { node } = show(<StepPanel />, {
      step: 'calibrate',
      outcomes: { calibrate: { ...doneStep('calibrate'), status: 'refused', refusal } },
    });
    expect(node.querySelector('[role=alert]')?.textContent).toContain('Expected a camera calibration. Add one. GW_NO_CALIBRATION');
  });

  it('locks its buttons while work is going on', () => {
    const { node } = show(<StepPanel />, { outcomes: {}, running: { step: 'align', label: 'Align', fraction: 0.2, startedAt: 0 } });
    expect(node.querySelector<HTMLButtonElement>('[data-cy=gw-run]')?.disabled).toBe(true);
  });
});

describe('the left panel', () => {
  it('shows the patient, the cycle and each step with its result', () => {
    const { node, called } = show(<CoursePanel />, { step: 'dose' });
    expect(node.querySelector('[data-cy=gw-course]')?.textContent).toContain('Jane Doe');
    expect(node.querySelector('[data-cy=gw-cycle-1]')?.textContent).toContain('7.36 GBq');
    expect(node.querySelector('[data-cy=gw-step-dose]')?.getAttribute('aria-current')).toBe('step');
    click(node, '[data-cy=gw-step-align]');
    expect(called).toEqual(['showStep "align"']);
  });

  it('shows progress with a Cancel', () => {
    const { node, called } = show(<CoursePanel />, {
      running: { step: 'align', label: 'Registering scan 2', fraction: 0.4, startedAt: Date.now() },
    });
    expect(node.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('40');
    click(node, '[data-cy=gw-cancel]');
    expect(called).toEqual(['cancel undefined']);
  });
});
