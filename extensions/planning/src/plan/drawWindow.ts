import { cssColor, regionColor } from '@graywise/extension-core';
import type { CourseRegion, CyclePlan } from '@graywise/physics';
import * as Plot from '@observablehq/plot';
import { labelOf } from './labelOf.js';
import { spreadApart } from './spreadApart.js';

/** A line of a window chart: one region's value at every activity of the sweep. */
export interface WindowPoint {
  readonly gigabecquerel: number;
  readonly value: number;
  readonly label: string;
  readonly color: string;
}

export interface WindowAxis {
  readonly label: string;
  readonly domain: readonly [number, number];
  /** Values marked by a line across, such as the risk accepted. */
  readonly marked: readonly number[];
}

/** The label and colour of a region on the screen. */
export function lookOf(name: string, regions: readonly CourseRegion[]): Pick<WindowPoint, 'label' | 'color'> {
  const region = regions.find(one => one.name === name);
  return { label: labelOf(name, regions), color: cssColor(region?.color ?? regionColor(name, [150, 150, 150])) };
}

/** Room for the axis on the left and the names on the right, px: the line of the chosen activity is placed by them too. */
export const WINDOW_MARGINS = { left: 45, right: 85 } as const;

const HEIGHT = 220;
/** Height that is left for the lines, and of one name, px. */
const INNER_HEIGHT = 170;
const LINE_HEIGHT = 14;

/** Values against the activity; the feasible range is shaded. */
export function drawWindow(points: readonly WindowPoint[], axis: WindowAxis, plan: CyclePlan, width: number): Element {
  const largest = Math.max(...points.map(point => point.gigabecquerel), 1);
  const feasible = plan.feasibleWindow ? [{ low: plan.feasibleWindow[0] / 1e9, high: plan.feasibleWindow[1] / 1e9 }] : [];
  return Plot.plot({
    width,
    height: HEIGHT,
    marginLeft: WINDOW_MARGINS.left,
    marginRight: WINDOW_MARGINS.right,
    style: { background: 'transparent', color: 'inherit', fontSize: '12px', fontFamily: 'inherit', overflow: 'visible' },
    x: { label: 'Activity of the next cycle, GBq', domain: [0, largest] },
    y: { label: axis.label, grid: true, domain: axis.domain },
    color: { type: 'identity' },
    marks: [
      Plot.rect(feasible, { x1: 'low', x2: 'high', y1: axis.domain[0], y2: axis.domain[1], fill: '#56b4e9', fillOpacity: 0.18 }),
      Plot.ruleY(axis.marked, { stroke: 'currentColor', strokeDasharray: '2,4' }),
      Plot.line(points, { x: 'gigabecquerel', y: 'value', z: 'label', stroke: 'color', strokeWidth: 2, clip: true }),
      Plot.text(endLabels(points, axis), { x: 'gigabecquerel', y: 'value', text: 'label', fill: 'color', textAnchor: 'start', dx: 6 }),
    ],
  });
}

/** The names of the lines at their ends, moved up or down where they would lie on each other. */
function endLabels(points: readonly WindowPoint[], { domain }: WindowAxis): readonly WindowPoint[] {
  const ends = points.filter((point, index) => points.findLastIndex(({ label }) => label === point.label) === index);
  const [lowest, highest] = domain;
  const gap = (LINE_HEIGHT / INNER_HEIGHT) * (highest - lowest);
  const places = spreadApart(
    ends.map(({ value }) => Math.min(value, highest)),
    gap,
    highest,
  );
  return ends.map((end, index) => ({ ...end, value: places[index] ?? end.value }));
}
