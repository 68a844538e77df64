import { Chart, Figure, knownVerification, RegionChoice, useCourse } from '@graywise/extension-core';
import { useCallback, useState } from 'react';
import { ScanComparisonTable } from '../scans/ScanComparisonTable.js';
import { drawTimeActivity, type TimeActivityView } from './drawTimeActivity.js';

const SCALES = ['log', 'linear'] as const;

/** Time-activity curves, below the viewports. */
export function TimeActivityDock() {
  const { state } = useCourse();
  const [scale, setScale] = useState<TimeActivityView['scale']>('log');
  const { regions } = knownVerification(state);
  const { region: selected, timePoint } = state;
  const { comparison } = state.scanReview;
  const draw = useCallback(
    (width: number) => drawTimeActivity({ regions: regions ?? [], selected, timePoint, scale }, width),
    [regions, selected, timePoint, scale],
  );
  if (!regions || regions.length === 0) return null;
  const otherwise = [...new Set(regions.flatMap(({ curve }) => curve.flatMap(({ measuredBy }) => measuredBy ?? [])))];
  const squares = otherwise.length > 0 ? `; squares: by ${otherwise.join(', ')}` : '';
  const controls = (
    <span className="gw-choice" role="group" aria-label="Scale of the activity axis">
      {SCALES.map(one => (
        <button
          key={one}
          type="button"
          className="gw-button"
          aria-pressed={one === scale}
          data-cy={`gw-scale-${one}`}
          onClick={() => setScale(one)}
        >
          {one}
        </button>
      ))}
    </span>
  );
  return (
    <div className={comparison ? 'gw-dock gw-dock-table' : 'gw-dock'}>
      <Figure
        title={`Time-activity: points ± standard uncertainty, fit, 95 % band${squares}`}
        dataCy="gw-chart-time-activity"
        controls={controls}
      >
        <RegionChoice regions={regions} />
        <Chart draw={draw} label="Time-activity curves" />
      </Figure>
      {comparison && <ScanComparisonTable comparison={comparison} />}
    </div>
  );
}
