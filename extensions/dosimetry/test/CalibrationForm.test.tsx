/** @jest-environment jsdom */
jest.mock('@graywise/course', () => ({}));
jest.mock('@observablehq/plot', () => ({}));
import { NO_FACTS } from '@graywise/physics';
import { act } from 'react';
import { OVERVIEW } from '../../core/test/fixtures/fakeEngine';
import { CalibrationForm } from '../src/facts/CalibrationForm';
import { ResolutionForm } from '../src/facts/ResolutionForm';
import { click, show, type } from './support';

const stored = (called: readonly string[]) => called.filter(call => call.startsWith('storeFacts'));
const choose = (node: HTMLElement, dataCy: string, value: string): void => {
  const field = node.querySelector<HTMLSelectElement>(`[data-cy=${dataCy}]`);
  act(() => {
    if (field) field.value = value;
    field?.dispatchEvent(new Event('change', { bubbles: true }));
  });
};

describe('the calibration source', () => {
  it('is asked for what its kind needs', () => {
    const { node } = show(<CalibrationForm />);
    const asked = () => ['gw-calibration-volume', 'gw-calibration-spheres'].map(field => node.querySelector(`[data-cy=${field}]`) !== null);
    expect(asked()).toEqual([true, false]);
    choose(node, 'gw-calibration-kind', 'spheres');
    expect(asked()).toEqual([false, true]);
    choose(node, 'gw-calibration-kind', 'point');
    expect(asked()).toEqual([false, false]);
  });

  it('that is not complete is refused in words, and nothing is stored', () => {
    const { node, called } = show(<CalibrationForm />);
    choose(node, 'gw-calibration-kind', 'spheres');
    type(node, 'gw-calibration-spheres', '37, 0, 0');
    click(node, '[data-cy=gw-store-calibration]');
    expect(node.querySelector('[role=alert]')?.textContent).toContain('the calibration acquisition');
    expect(stored(called)).toEqual([]);
  });
});

describe('the stated resolution', () => {
  const overview = { ...OVERVIEW, facts: { ...NO_FACTS, resolution: { fwhmMm: 7, uncertaintyMm: 0.5 } } };

  it('is stored with the other facts', () => {
    const { node, called } = show(<ResolutionForm />);
    expect(node.textContent).toContain('No resolution is stated.');
    type(node, 'gw-resolution-fwhm', '7.2');
    type(node, 'gw-resolution-uncertainty', '0.4');
    click(node, '[data-cy=gw-store-resolution]');
    expect(stored(called)).toEqual([`storeFacts ${JSON.stringify({ ...NO_FACTS, resolution: { fwhmMm: 7.2, uncertaintyMm: 0.4 } })}`]);
  });

  it('needs its uncertainty', () => {
    const { node, called } = show(<ResolutionForm />);
    type(node, 'gw-resolution-fwhm', '7.2');
    click(node, '[data-cy=gw-store-resolution]');
    expect(node.querySelector('[role=alert]')?.textContent).toContain('standard uncertainty');
    expect(stored(called)).toEqual([]);
  });

  it('is shown with its uncertainty and can be taken back', () => {
    const { node, called } = show(<ResolutionForm />, { overview });
    expect(node.textContent).toContain('7 ± 0.5 mm');
    click(node, '.gw-list .gw-button');
    expect(stored(called)).toEqual([`storeFacts ${JSON.stringify({ ...NO_FACTS, resolution: null })}`]);
  });
});
