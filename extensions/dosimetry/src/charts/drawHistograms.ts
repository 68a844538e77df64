import { cssColor } from '@graywise/extension-core';
import type { DoseVolumeHistogram, RegionResult } from '@graywise/physics';
import * as Plot from '@observablehq/plot';
import { CHART_HEIGHT, CHART_STYLE } from './chartStyle.js';

export interface HistogramView {
  readonly regions: readonly RegionResult[];
  readonly selected: string | null;
  /** Histograms by a second dose engine, by region name: drawn dashed in the same colours. */
  readonly second: Readonly<Record<string, DoseVolumeHistogram>>;
}

/** Cumulative dose-volume histograms of all regions; the selected one is bold, its mean marked by a line. */
export function drawHistograms({ regions, selected, second }: HistogramView, width: number): Element {
  const picked = regions.find(region => region.name === selected);
  return Plot.plot({
    width,
    height: CHART_HEIGHT,
    style: CHART_STYLE,
    x: { label: 'Absorbed dose, Gy', zero: true },
    y: { label: 'Volume that receives at least this dose, %', grid: true, domain: [0, 100] },
    marks: [
      ...regions.flatMap(region => {
        const other = second[region.name];
        const look = { x: 'gray', y: 'percent', stroke: cssColor(region.color), strokeOpacity: region === picked ? 1 : 0.75 };
        return [
          Plot.line(histogramPoints(region.histogram), { ...look, strokeWidth: region === picked ? 3 : 1.2 }),
          other && Plot.line(histogramPoints(other), { ...look, strokeWidth: region === picked ? 2 : 1.2, strokeDasharray: '5,4' }),
        ];
      }),
      ...(picked
        ? [
            Plot.ruleX([picked.histogram.meanGy], { stroke: 'currentColor', strokeDasharray: '3,3' }),
            Plot.text([picked.histogram.meanGy], {
              x: (mean: number) => mean,
              frameAnchor: 'top',
              dx: 4,
              textAnchor: 'start',
              text: () => 'mean',
            }),
          ]
        : []),
    ],
  });
}

function histogramPoints(histogram: DoseVolumeHistogram): { gray: number; percent: number }[] {
  return histogram.dosesGy.map((gray, index) => ({ gray, percent: 100 * (histogram.volumeFraction[index] ?? 0) }));
}
