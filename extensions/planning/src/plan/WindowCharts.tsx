import { Chart, Figure, useCourse, type Planning } from '@graywise/extension-core';
import type { CourseRegion } from '@graywise/physics';
import { useCallback, useMemo, type ReactNode } from 'react';
import { drawWindow, WINDOW_MARGINS } from './drawWindow.js';
import { riskPoints } from './riskPoints.js';
import { tumourPoints } from './tumourPoints.js';
import { lastRegions } from './lastRegions.js';

/** Tumour dose and organ risk against the activity, side by side. */
export function WindowCharts() {
  const { state } = useCourse();
  const { overview, planning } = state;
  const regions = useMemo(() => lastRegions(overview), [overview]);
  if (!planning.suggestion) return null;
  return (
    <div className="gw-dock">
      <TumourChart planning={planning} regions={regions} />
      <RiskChart planning={planning} regions={regions} />
    </div>
  );
}

interface WindowChartProps {
  readonly planning: Planning;
  readonly regions: readonly CourseRegion[];
}

function TumourChart({ planning, regions }: WindowChartProps) {
  const { sweep, suggestion } = planning;
  const draw = useCallback(
    (width: number) => {
      const points = tumourPoints(sweep, regions);
      const targets = suggestion?.request.targets.map(target => target.value) ?? [];
      const top = 1.05 * Math.max(...points.map(point => point.value), ...targets, 1);
      return suggestion
        ? drawWindow(points, { label: 'Tumour dose over the course, Gy', domain: [0, top], marked: targets }, suggestion, width)
        : emptyChart();
    },
    [sweep, suggestion, regions],
  );
  return (
    <Figure title="Tumour dose (dotted: target)" dataCy="gw-chart-window">
      <ChosenActivity planning={planning}>
        <Chart draw={draw} label="Tumour dose against activity" />
      </ChosenActivity>
    </Figure>
  );
}

function RiskChart({ planning, regions }: WindowChartProps) {
  const { sweep, suggestion } = planning;
  const draw = useCallback(
    (width: number) => {
      const accepted = suggestion?.request.riskAccepted ?? 0.5;
      return suggestion
        ? drawWindow(
            riskPoints(sweep, regions),
            { label: 'Chance to pass the limit, %', domain: [0, 100], marked: [100 * accepted] },
            suggestion,
            width,
          )
        : emptyChart();
    },
    [sweep, suggestion, regions],
  );
  return (
    <Figure title="Organ risk (dotted: risk accepted)" dataCy="gw-chart-risk">
      <ChosenActivity planning={planning}>
        <Chart draw={draw} label="Chance to pass a limit against activity" />
      </ChosenActivity>
    </Figure>
  );
}

/** The chosen activity as a line over a chart. The chart itself is not drawn anew when it moves. */
function ChosenActivity({ planning, children }: { readonly planning: Planning; readonly children: ReactNode }) {
  const largest = planning.sweep.at(-1)?.activity ?? 1;
  const share = (planning.chosen ?? 0) / largest;
  const left = `calc(${String(WINDOW_MARGINS.left)}px + (100% - ${String(WINDOW_MARGINS.left + WINDOW_MARGINS.right)}px) * ${String(share)})`;
  return (
    <div className="gw-under-cursor">
      {children}
      <div className="gw-cursor" style={{ left }} aria-hidden="true" />
    </div>
  );
}

function emptyChart(): Element {
  return document.createElement('span');
}
