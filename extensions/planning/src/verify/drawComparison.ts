import { cssColor } from '@graywise/extension-core';
import { interval95 } from '@graywise/physics';
import * as Plot from '@observablehq/plot';
import type { ComparedRegion } from './comparedRegions.js';

export interface ComparedDose {
  readonly label: string;
  readonly color: string;
  readonly delivered: number;
  readonly low: number;
  readonly high: number;
  readonly expectedLow: number;
  readonly expectedHigh: number;
  /** The 50 % range; of no width in records of before it was kept. */
  readonly middleLow: number;
  readonly middleHigh: number;
  readonly expectedMedian: number;
  readonly note: string;
}

/** The doses of a chart: delivered with its 95 % interval, expected with its range, Gy. The axis is logarithmic, so an interval ends above zero. */
export function comparedDoses(rows: readonly ComparedRegion[]): readonly ComparedDose[] {
  return rows.flatMap(({ name, label, color, comparison }, index) => {
    if (!comparison) return [];
    // The chart tells its rows by their labels.
    const isAnother = rows.findIndex(row => row.name === name) < index;
    const [low, high] = interval95(comparison.delivered);
    const [expectedLow, expectedHigh] = comparison.expectedRange95;
    const [middleLow, middleHigh] = comparison.expectedRange50 ?? [comparison.expectedMedian, comparison.expectedMedian];
    return [
      {
        label: isAnother ? `${label}, population` : label,
        color: cssColor(color),
        delivered: comparison.delivered.value,
        low: Math.max(low, comparison.delivered.value / 100),
        high,
        expectedLow,
        expectedHigh,
        middleLow,
        middleHigh,
        expectedMedian: comparison.expectedMedian,
        note: `z ${comparison.z.toFixed(1).replace('-', '−')}, ${comparison.verdict}`,
      },
    ];
  });
}

/** Measured against expected: the expected 95 % range as a band, its 50 % range as a darker one, the delivered dose as a point with its 95 % interval. */
export function drawComparison(doses: readonly ComparedDose[], width: number): Element {
  return Plot.plot({
    width,
    height: 60 + 24 * doses.length,
    marginLeft: 140,
    marginRight: 110,
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
      Plot.barX(doses, {
        x1: 'middleLow',
        x2: 'middleHigh',
        y: 'label',
        fill: 'currentColor',
        fillOpacity: 0.3,
        insetTop: 5,
        insetBottom: 5,
      }),
      Plot.tickX(doses, { x: 'expectedMedian', y: 'label', stroke: 'currentColor', strokeDasharray: '2,2' }),
      Plot.ruleY(doses, { x1: 'low', x2: 'high', y: 'label', stroke: 'color', strokeWidth: 2 }),
      Plot.dot(doses, { x: 'delivered', y: 'label', r: 5, fill: 'color', stroke: 'currentColor' }),
      Plot.text(doses, { frameAnchor: 'right', y: 'label', text: 'note', textAnchor: 'start', dx: 8 }),
    ],
    color: { type: 'identity' },
  });
}
