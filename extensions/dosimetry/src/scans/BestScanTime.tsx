import { Chart, Figure, formatHours, formatEstimate, formatPercent, useCourse } from '@graywise/extension-core';
import type { RegionScanTimeAdvice } from '@graywise/course';
import { useCallback } from 'react';
import { drawScanTime } from './drawScanTime.js';

/** When a single scan of the next cycle would say most of the region that is picked. */
export function BestScanTime() {
  const { state, course } = useCourse();
  const { advice } = state.scanReview;
  const found = advice?.find(({ name }) => name === state.region) ?? null;
  return (
    <details className="gw-details" data-cy="gw-best-time">
      <summary>Best time for one scan</summary>
      {advice === null && (
        <button
          type="button"
          className="gw-button"
          disabled={state.running !== null}
          data-cy="gw-advise-time"
          onClick={() => void course.actions.adviseScanTime()}
        >
          When would one scan say most?
        </button>
      )}
      {advice !== null && !found && <p className="gw-quiet">No half-life of this region is known.</p>}
      {found && <Advice advice={found} />}
    </details>
  );
}

function Advice({ advice }: { readonly advice: RegionScanTimeAdvice }) {
  const { state } = useCourse();
  const draw = useCallback((width: number) => drawScanTime(advice, width), [advice]);
  const others = (state.scanReview.advice ?? []).filter(({ name }) => name !== advice.name);
  const window = advice.window;
  return (
    <div className="gw-stack">
      <p data-cy="gw-scan-time">
        {advice.label}: best {formatHours(advice.best)} after administration. The half-life alone then leaves{' '}
        {formatPercent(advice.leastUncertainty)} of the integral open
        {window ? `; from ${formatHours(window[0])} to ${formatHours(window[1])} at most 10 %` : ''}.
      </p>
      <p className="gw-quiet">
        Half-life {formatEstimate(advice.halfLife, 1 / 3600)} h: {advice.source}
        {advice.confirmed ? '' : ' (suggested, to be confirmed by the centre)'}.
      </p>
      <Figure title="Uncertainty that the half-life leaves, by the time of one scan" dataCy="gw-chart-scan-time">
        <Chart draw={draw} label={`Uncertainty of the integral of ${advice.label} against the time of one scan`} />
      </Figure>
      {others.length > 0 && <p className="gw-quiet">Others: {others.map(one => `${one.label} ${formatHours(one.best)}`).join(', ')}.</p>}
    </div>
  );
}
