import { cssColor } from '@graywise/extension-core';
import type { RegionResult } from '@graywise/physics';
import * as Plot from '@observablehq/plot';
import { CHART_HEIGHT, CHART_STYLE } from './chartStyle.js';
import { curveData } from './curveData.js';

const SHAPES = [
  { symbol: 'circle', ofScan: true },
  { symbol: 'square', ofScan: false },
] as const;

export interface TimeActivityView {
  readonly regions: readonly RegionResult[];
  readonly selected: string | null;
  readonly timePoint: number;
  readonly scale: 'log' | 'linear';
}

/** Curves of all regions; of the selected one also its points with error bars and the 95 % band. The selected scan is marked by a line. */
export function drawTimeActivity({ regions, selected, timePoint, scale }: TimeActivityView, width: number): Element {
  const lastHours = 1.25 * Math.max(...regions.flatMap(region => region.curve.map(point => point.afterAdministration / 3600)), 1);
  const picked = regions.find(region => region.name === selected);
  const others = regions.filter(region => region !== picked);
  return Plot.plot({
    width,
    height: CHART_HEIGHT,
    marginLeft: 52,
    style: CHART_STYLE,
    x: { label: 'Time after administration, h', domain: [0, lastHours] },
    y: { label: 'Activity, MBq', type: scale, grid: true, ...(scale === 'linear' && { zero: true }) },
    marks: [
      ...others.map(region =>
        Plot.line(curveData(region, lastHours).line.slice(1), {
          x: 'hours',
          y: 'activity',
          stroke: cssColor(region.color),
          strokeWidth: 1,
          strokeOpacity: 0.55,
        }),
      ),
      ...(picked ? pickedMarks(picked, lastHours, timePoint) : []),
    ],
  });
}

function pickedMarks(region: RegionResult, lastHours: number, timePoint: number): Plot.Markish[] {
  const { line, points } = curveData(region, lastHours);
  const color = cssColor(region.color);
  return [
    Plot.areaY(line.slice(1), { x: 'hours', y1: 'low', y2: 'high', fill: color, fillOpacity: 0.2 }),
    Plot.ruleX(
      points.filter(point => point.timePoint === timePoint),
      { x: 'hours', stroke: 'currentColor', strokeDasharray: '3,3' },
    ),
    Plot.line(line.slice(1), { x: 'hours', y: 'activity', stroke: color, strokeWidth: 2.2 }),
    Plot.ruleX(points, { x: 'hours', y1: 'low', y2: 'high', stroke: 'currentColor', strokeWidth: 1.5 }),
    // Points that are of no scan have another shape, not only another colour.
    ...SHAPES.map(({ symbol, ofScan }) =>
      Plot.dot(
        points.filter(({ measuredBy }) => (measuredBy === null) === ofScan),
        { x: 'hours', y: 'activity', r: 4, symbol, fill: ofScan ? color : 'none', stroke: ofScan ? 'currentColor' : color, title: 'title' },
      ),
    ),
  ];
}
