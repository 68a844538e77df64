import type { RegionScanTimeAdvice } from '@graywise/course';
import * as Plot from '@observablehq/plot';
import { CHART_STYLE } from '../charts/chartStyle.js';

const HEIGHT = 150;
/** What is above says only that the time is a bad one. */
const TOP_PERCENT = 50;

/** Relative uncertainty of the integral against the time of a single scan; the best time as a line, the tolerated ones shaded. */
export function drawScanTime({ curve, best, window }: RegionScanTimeAdvice, width: number): Element {
  const points = curve.map(point => ({ hours: point.afterAdministration / 3600, percent: 100 * point.relativeUncertainty }));
  const top = Math.min(TOP_PERCENT, Math.max(...points.map(({ percent }) => percent), 1));
  const tolerated = window ? [{ low: window[0] / 3600, high: window[1] / 3600 }] : [];
  return Plot.plot({
    width,
    height: HEIGHT,
    marginLeft: 40,
    style: CHART_STYLE,
    x: { label: 'Time after administration, h' },
    y: { label: 'u, %', grid: true, domain: [0, top], ticks: 4 },
    marks: [
      Plot.rect(tolerated, { x1: 'low', x2: 'high', y1: 0, y2: top, fill: '#56b4e9', fillOpacity: 0.18 }),
      Plot.ruleX([best / 3600], { stroke: 'currentColor', strokeDasharray: '3,3' }),
      Plot.line(points, { x: 'hours', y: 'percent', stroke: 'currentColor', strokeWidth: 2, clip: true }),
    ],
  });
}
