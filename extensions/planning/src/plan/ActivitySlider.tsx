import { formatNumber, useCourse } from '@graywise/extension-core';
import { becquerel } from '@graywise/physics';

const STEP_MBQ = 50;

/** The activity of the next cycle: everything on the screen follows it. */
export function ActivitySlider() {
  const { state, course } = useCourse();
  const { chosen, sweep } = state.planning;
  const largest = sweep.at(-1)?.activity ?? 0;
  if (chosen === null || largest === 0) return null;
  return (
    <label className="gw-field">
      <span>
        Activity <strong className="gw-number">{formatNumber(chosen / 1e6, 0)} MBq</strong>
      </span>
      <input
        type="range"
        min={0}
        max={Math.ceil(largest / 1e6 / STEP_MBQ) * STEP_MBQ}
        step={STEP_MBQ}
        value={chosen / 1e6}
        data-cy="gw-activity-slider"
        onChange={event => course.actions.chooseActivity(becquerel(Number(event.target.value) * 1e6))}
      />
    </label>
  );
}
