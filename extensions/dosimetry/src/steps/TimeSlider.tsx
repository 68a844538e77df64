import { currentCycle, formatDuration, useCourse } from '@graywise/extension-core';

/** One slider for the time of everything: viewports, curve and tables. */
export function TimeSlider() {
  const { state, course } = useCourse();
  const scans = currentCycle(state)?.scans ?? [];
  const scan = scans.find(one => one.timePoint === state.timePoint);
  if (scans.length < 2) return null;
  return (
    <label className="gw-field">
      <span>
        Scan {state.timePoint} of {scans.length}
        {scan ? `, ${formatDuration(scan.afterAdministration)} after administration` : ''}
      </span>
      <input
        type="range"
        min={1}
        max={scans.length}
        step={1}
        value={state.timePoint}
        data-cy="gw-time"
        onChange={event => course.actions.selectTimePoint(Number(event.target.value))}
      />
    </label>
  );
}
