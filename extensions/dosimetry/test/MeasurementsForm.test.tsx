/** @jest-environment jsdom */
jest.mock('@graywise/course', () => ({}));
jest.mock('@observablehq/plot', () => ({}));
import { MeasurementsForm } from '../src/facts/MeasurementsForm';
import { chooseFiles, click, show } from './support';

const HEADER = 'cycle,kind,region,at,duration_s,activity_MBq,u_rel';

describe('measurements without images', () => {
  it('shows what the files hold, then stores it with the other facts', async () => {
    const { node, called } = show(<MeasurementsForm />);
    await chooseFiles(node, 'gw-measurement-files', [
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
    await chooseFiles(node, 'gw-measurement-files', [{ name: 'probe.csv', text: `${HEADER}\n1,probe,kidneys,yesterday,60,200,0.05` }]);
    expect(node.querySelector('[role=alert]')?.textContent).toContain('line 2');
    click(node, '[data-cy=gw-store-measurements]');
    expect(called.filter(call => call.startsWith('storeFacts'))).toEqual([]);
  });
});
