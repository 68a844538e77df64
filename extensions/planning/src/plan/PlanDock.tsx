import { ProvenanceDrawer, ReviewNote, useCourse } from '@graywise/extension-core';
import { ActivitySlider } from './ActivitySlider.js';
import { AlternativesTable } from './AlternativesTable.js';
import { feasibilityWords, fixedCyclesWords } from './feasibilityWords.js';
import { PredictionBars } from './PredictionBars.js';
import { usePlanStart } from './usePlanStart.js';
import { lastRegions } from './lastRegions.js';
import { WindowCharts } from './WindowCharts.js';

/** The middle of planning: doses for the activity on the slider, the alternatives, and the window of activities that keep the limits. */
export function PlanDock() {
  usePlanStart();
  const { state } = useCourse();
  const { suggestion } = state.planning;
  if (!suggestion) return null;
  const regions = lastRegions(state.overview);
  return (
    <div className="gw-panel" data-cy="gw-plan">
      <PredictionBars />
      <ActivitySlider />
      <div>
        <p data-cy="gw-feasibility" className={suggestion.feasibleWindow ? '' : 'gw-note gw-note-red'}>
          {suggestion.feasibleWindow ? '✓ ' : '✕ '}
          {feasibilityWords(suggestion, regions)}
        </p>
        {suggestion.fixedActivityCycles?.map(fixed => (
          <p key={fixed.activity} className="gw-quiet" data-cy="gw-fixed-cycles">
            {fixedCyclesWords(fixed, regions)}
          </p>
        ))}
      </div>
      <AlternativesTable plan={suggestion} />
      <ProvenanceDrawer />
      <WindowCharts />
      <ReviewNote />
    </div>
  );
}
