import { Chart, Figure, ReviewNote, useCourse } from '@graywise/extension-core';
import { useCallback } from 'react';
import { ActivitySlider } from './ActivitySlider.js';
import { drawWindow } from './drawWindow.js';
import { feasibilityWords } from './feasibilityWords.js';
import { PredictionBars } from './PredictionBars.js';
import { usePlanStart } from './usePlanStart.js';
import { verifiedCycles } from './verifiedCycles.js';

/** The middle of planning: doses for the activity on the slider, and the window of activities that keep the limits. */
export function PlanDock() {
  usePlanStart();
  const { state } = useCourse();
  const { suggestion, sweep, chosen } = state.planning;
  const regions = verifiedCycles(state.overview).at(-1)?.regions;
  const draw = useCallback(
    (width: number) =>
      suggestion ? drawWindow({ sweep, suggestion, chosen: chosen ?? 0, regions: regions ?? [] }, width) : document.createElement('p'),
    [sweep, suggestion, chosen, regions],
  );
  if (!suggestion) return null;
  return (
    <div className="gw-panel" data-cy="gw-plan">
      <PredictionBars />
      <Figure title="Window of activities" dataCy="gw-chart-window">
        <p data-cy="gw-feasibility">{feasibilityWords(suggestion, regions ?? [])}</p>
        <ActivitySlider />
        <Chart draw={draw} label="Dose as a share of limit or target against activity" />
      </Figure>
      <ReviewNote />
    </div>
  );
}
