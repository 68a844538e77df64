import { DataTable, formatSignificant, RegionName, useCourse, type TableColumn } from '@graywise/extension-core';
import type { DoseVolumeHistogram, RegionResult } from '@graywise/physics';

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

/** The figures of the dose-volume histograms. */
export function HistogramTable({ regions }: { readonly regions: readonly RegionResult[] }) {
  const { state, course } = useCourse();
  return (
    <DataTable
      caption="Dose in the voxels"
      dataCy="gw-dvh-table"
      columns={COLUMNS}
      rows={regions}
      rowKey={region => region.name}
      selectedKey={state.region}
      onSelect={region => course.actions.selectRegion(region.name)}
    />
  );
}
