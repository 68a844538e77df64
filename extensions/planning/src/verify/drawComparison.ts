import { cssColor } from '@graywise/extension-core';
import { interval95, type Comparison, type RegionResult } from '@graywise/physics';
import * as Plot from '@observablehq/plot';

export interface ComparedDose {
  readonly label: string;
  readonly color: string;
  readonly delivered: number;
  readonly low: number;
  readonly high: number;
  readonly expectedLow: number;
  readonly expectedHigh: number;
  readonly expectedMedian: number;
}

/** The doses of a chart: delivered with its 95 % interval, expected with its range, Gy. The axis is logarithmic, so an interval ends above zero. */
export function comparedDoses(regions: readonly RegionResult[], comparisons: readonly Comparison[]): readonly ComparedDose[] {
  return comparisons.flatMap(comparison => {
    const region = regions.find(one => one.name === comparison.region);
    if (!region) return [];
    const [low, high] = interval95(comparison.delivered);
    const [expectedLow, expectedHigh] = comparison.expectedRange95;
    return [
      {
        label: region.label,
        color: cssColor(region.color),
        delivered: comparison.delivered.value,
        low: Math.max(low, comparison.delivered.value / 100),
        high,
        expectedLow,
        expectedHigh,
        expectedMedian: comparison.expectedMedian,
      },
    ];
  });
}

/** Measured against expected: the expected 95 % range as a band, the delivered dose as a point with its 95 % interval. */
export function drawComparison(doses: readonly ComparedDose[], width: number): Element {
  return Plot.plot({
    width,
    height: 60 + 24 * doses.length,
    marginLeft: 110,
    style: { background: 'transparent', color: 'inherit', fontSize: '12px', fontFamily: 'inherit', overflow: 'visible' },
    x: { label: 'Absorbed dose, Gy', type: 'log', grid: true, ticks: 6, tickFormat: (gray: number) => String(gray) },
    y: { label: null, domain: doses.map(dose => dose.label) },
    marks: [
      Plot.barX(doses, {
        x1: 'expectedLow',
        x2: 'expectedHigh',
        y: 'label',
        fill: 'currentColor',
        fillOpacity: 0.22,
        insetTop: 5,
        insetBottom: 5,
      }),
      Plot.tickX(doses, { x: 'expectedMedian', y: 'label', stroke: 'currentColor', strokeDasharray: '2,2' }),
      Plot.ruleY(doses, { x1: 'low', x2: 'high', y: 'label', stroke: 'color', strokeWidth: 2 }),
      Plot.dot(doses, { x: 'delivered', y: 'label', r: 5, fill: 'color', stroke: 'currentColor' }),
    ],
    color: { type: 'identity' },
  });
}
