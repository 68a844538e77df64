import { cssColor, type SweepPoint } from '@graywise/extension-core';
import type { CyclePlan, CycleVerification } from '@graywise/physics';
import * as Plot from '@observablehq/plot';

export interface WindowView {
  readonly sweep: readonly SweepPoint[];
  readonly suggestion: CyclePlan;
  readonly chosen: number;
  readonly regions: CycleVerification['regions'];
}

/** Doses over the course as a share of their limit or target against the activity; the feasible range is shaded, the chosen activity a line. */
export function drawWindow({ sweep, suggestion, chosen, regions }: WindowView, width: number): Element {
  const shares = sweep.flatMap(({ activity, predictions }) =>
    predictions.flatMap(({ name, cumulative, cumulativeBed, limit, target }) => {
      const line = limit ?? target;
      if (!line) return [];
      const region = regions.find(one => one.name === name);
      const dose = limit?.quantity === 'BED' && cumulativeBed ? cumulativeBed.value : cumulative.value;
      return [
        {
          activity: activity / 1e9,
          percent: (100 * dose) / line.value,
          name: `${region?.label ?? name} (${limit ? 'limit' : 'target'})`,
          color: region ? cssColor(region.color) : 'currentColor',
          dashed: !limit,
        },
      ];
    }),
  );
  const largest = Math.max(...sweep.map(point => point.activity / 1e9), 1);
  const lastOf = shares.filter(share => share.activity === largest);
  const feasible = suggestion.feasibleWindow?.map(activity => activity / 1e9) ?? null;
  return Plot.plot({
    width,
    height: 250,
    marginRight: 150,
    style: { background: 'transparent', color: 'inherit', fontSize: '12px', fontFamily: 'inherit', overflow: 'visible' },
    x: { label: 'Activity of the next cycle, GBq', domain: [0, largest] },
    y: {
      label: 'Dose as a share of limit or target, %',
      grid: true,
      domain: [0, Math.min(250, Math.max(120, ...shares.map(share => share.percent)))],
      clamp: true,
    },
    color: { type: 'identity' },
    marks: [
      ...(feasible
        ? [
            Plot.rectY([feasible], {
              x1: (range: number[]) => range[0],
              x2: (range: number[]) => range[1],
              y1: 0,
              y2: 1000,
              fill: '#56b4e9',
              fillOpacity: 0.18,
              clip: true,
            }),
          ]
        : []),
      Plot.ruleY([100], { stroke: 'currentColor' }),
      Plot.line(shares, {
        x: 'activity',
        y: 'percent',
        z: 'name',
        stroke: 'color',
        strokeWidth: 2,
        filter: (share: { dashed: boolean }) => !share.dashed,
        clip: true,
      }),
      Plot.line(shares, {
        x: 'activity',
        y: 'percent',
        z: 'name',
        stroke: 'color',
        strokeWidth: 2,
        strokeDasharray: '6,4',
        filter: (share: { dashed: boolean }) => share.dashed,
        clip: true,
      }),
      Plot.text(lastOf, { x: 'activity', y: 'percent', text: 'name', textAnchor: 'start', dx: 6 }),
      Plot.ruleX([chosen / 1e9], { stroke: 'currentColor', strokeWidth: 2, strokeDasharray: '3,3' }),
    ],
  });
}
