import { Chart, comparedVoxels, doseEngineTitle, Figure, knownVerification, RegionChoice, useCourse } from '@graywise/extension-core';
import { useCallback } from 'react';
import { ComparisonTable } from './ComparisonTable.js';
import { drawHistograms } from './drawHistograms.js';
import { HistogramTable } from './HistogramTable.js';
import { secondHistograms } from './secondHistograms.js';

/** Dose-volume histograms and their figures, below the viewports; with a second dose engine, those of both. */
export function DoseDock() {
  const { state } = useCourse();
  const { regions } = knownVerification(state);
  const { region: selected } = state;
  const comparison = state.step === 'dose' ? state.doseReview.comparison : null;
  const draw = useCallback(
    (width: number) => drawHistograms({ regions: regions ?? [], selected, second: secondHistograms(comparison) }, width),
    [regions, selected, comparison],
  );
  if (!regions || regions.length === 0) return null;
  const dashed = comparison && comparedVoxels(comparison) ? ` (dashed: ${doseEngineTitle(comparison.other.engine)})` : '';
  return (
    <div className="gw-dock">
      <Figure title={`Dose-volume histogram${dashed}`} dataCy="gw-chart-dvh">
        <RegionChoice regions={regions} />
        <Chart draw={draw} label={`Dose-volume histograms${dashed}`} />
      </Figure>
      {comparison ? <ComparisonTable regions={regions} comparison={comparison} /> : <HistogramTable regions={regions} />}
    </div>
  );
}
