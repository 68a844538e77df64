import { DataTable, ExplainableText, formatSignificant, RegionName, useCourse, type TableColumn } from '@graywise/extension-core';
import type { DoseVolumeHistogram, RegionResult } from '@graywise/physics';

const STATISTICS: readonly { readonly title: string; readonly of: (histogram: DoseVolumeHistogram) => number }[] = [
  { title: 'Mean, Gy', of: histogram => histogram.meanGy },
  { title: 'D98, Gy', of: histogram => histogram.d98Gy },
  { title: 'D50, Gy', of: histogram => histogram.d50Gy },
  { title: 'D2, Gy', of: histogram => histogram.d2Gy },
];

/** The figures of the dose-volume histograms. */
export function HistogramTable({ regions }: { readonly regions: readonly RegionResult[] }) {
  const { state, course } = useCourse();
  const columns: readonly TableColumn<RegionResult>[] = [
    { title: 'Region', cell: region => <RegionName region={region} />, text: region => region.label },
    ...STATISTICS.map(({ title, of }): TableColumn<RegionResult> => ({
      title,
      numeric: true,
      text: region => formatSignificant(of(region.histogram)),
      cell: region => (
        <ExplainableText
          text={formatSignificant(of(region.histogram))}
          name={`${title} of ${region.label}`}
          onExplain={() => course.actions.explain({ region: region.name, quantity: 'histogram' })}
        />
      ),
    })),
  ];
  return (
    <DataTable
      caption="Dose in the voxels"
      dataCy="gw-dvh-table"
      columns={columns}
      rows={regions}
      rowKey={region => region.name}
      selectedKey={state.region}
      onSelect={region => course.actions.selectRegion(region.name)}
    />
  );
}
