import {
  Chart,
  DataTable,
  Figure,
  formatSignificant,
  knownVerification,
  RegionChoice,
  RegionName,
  useCourse,
  type TableColumn,
} from '@graywise/extension-core';
import type { DoseVolumeHistogram, RegionResult } from '@graywise/physics';
import { useCallback } from 'react';
import { drawHistograms } from './drawHistograms.js';

const statistic = (title: string, of: (histogram: DoseVolumeHistogram) => number): TableColumn<RegionResult> => ({
  title,
  numeric: true,
  cell: region => formatSignificant(of(region.histogram)),
  text: region => formatSignificant(of(region.histogram)),
});

const COLUMNS: readonly TableColumn<RegionResult>[] = [
  { title: 'Region', cell: region => <RegionName region={region} />, text: region => region.label },
  statistic('Mean, Gy', histogram => histogram.meanGy),
  statistic('D98, Gy', histogram => histogram.d98Gy),
  statistic('D50, Gy', histogram => histogram.d50Gy),
  statistic('D2, Gy', histogram => histogram.d2Gy),
];

/** Dose-volume histograms and their figures, below the viewports. */
export function DoseDock() {
  const { state, course } = useCourse();
  const { regions } = knownVerification(state);
  const { region: selected } = state;
  const draw = useCallback((width: number) => drawHistograms(regions ?? [], selected, width), [regions, selected]);
  if (!regions || regions.length === 0) return null;
  return (
    <div className="gw-dock">
      <Figure title="Dose-volume histogram" dataCy="gw-chart-dvh">
        <RegionChoice regions={regions} />
        <Chart draw={draw} label="Dose-volume histograms" />
      </Figure>
      <DataTable
        caption="Dose in the voxels"
        dataCy="gw-dvh-table"
        columns={COLUMNS}
        rows={regions}
        rowKey={region => region.name}
        selectedKey={selected}
        onSelect={region => course.actions.selectRegion(region.name)}
      />
    </div>
  );
}
