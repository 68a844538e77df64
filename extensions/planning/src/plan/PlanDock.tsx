import { ReviewNote, useCourse } from '@graywise/extension-core';
import { ActivitySlider } from './ActivitySlider.js';
import { feasibilityWords } from './feasibilityWords.js';
import { PredictionBars } from './PredictionBars.js';
import { usePlanStart } from './usePlanStart.js';
import { verifiedCycles } from './verifiedCycles.js';
import { WindowCharts } from './WindowCharts.js';

/** The middle of planning: doses for the activity on the slider, and the window of activities that keep the limits. */
export function PlanDock() {
  usePlanStart();
  const { state } = useCourse();
  const { suggestion } = state.planning;
  if (!suggestion) return null;
  return (
    <div className="gw-panel" data-cy="gw-plan">
      <PredictionBars />
      <p data-cy="gw-feasibility">{feasibilityWords(suggestion, verifiedCycles(state.overview).at(-1)?.regions ?? [])}</p>
      <ActivitySlider />
      <WindowCharts />
      <ReviewNote />
    </div>
  );
}
