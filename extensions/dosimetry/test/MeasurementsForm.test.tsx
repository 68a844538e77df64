/** @jest-environment jsdom */
jest.mock('@graywise/course', () => ({}));
jest.mock('@observablehq/plot', () => ({}));
import { act } from 'react';
import { MeasurementsForm } from '../src/facts/MeasurementsForm';
import { click, show } from './support';

const HEADER = 'cycle,kind,region,at,duration_s,activity_MBq,u_rel';

/** Chooses files, as a person does, and waits until they are read. */
async function choose(node: Element, files: readonly { name: string; text: string }[]): Promise<void> {
  const input = node.querySelector<HTMLInputElement>('[data-cy=gw-measurement-files]');
  if (!input) throw new Error('There is no field for files.');
  Object.defineProperty(input, 'files', { value: files.map(({ name, text }) => ({ name, text: () => Promise.resolve(text) })) });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await Promise.resolve();
  });
}

describe('measurements without images', () => {
  it('shows what the files hold, then stores it with the other facts', async () => {
    const { node, called } = show(<MeasurementsForm />);
    await choose(node, [
      {
        name: 'probe.csv',
        text: `${HEADER}\n1,probe,kidneys,2026-03-02T13:40:00+00:00,60,200,0.05\n1,probe,kidneys,2026-03-03T13:40:00+00:00,60,150,0.05`,
      },
    ]);
    expect(node.querySelector('[data-cy=gw-measurement-series]')?.textContent).toContain('Cycle 1, kidneys, probe: 2 measurements');
    click(node, '[data-cy=gw-store-measurements]');
    expect(called.find(call => call.startsWith('storeFacts'))).toContain('"activity_MBq":200');
  });

  it('says which cell of which file is wrong, and stores nothing', async () => {
    const { node, called } = show(<MeasurementsForm />);
    await choose(node, [{ name: 'probe.csv', text: `${HEADER}\n1,probe,kidneys,yesterday,60,200,0.05` }]);
    expect(node.querySelector('[role=alert]')?.textContent).toContain('line 2');
    click(node, '[data-cy=gw-store-measurements]');
    expect(called.filter(call => call.startsWith('storeFacts'))).toEqual([]);
  });
});
