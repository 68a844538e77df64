import type { DoseEngineComparison } from '@graywise/course';
import {
  DataTable,
  doseEngineTitle,
  formatEstimate,
  formatNumber,
  formatSignificant,
  RegionName,
  useCourse,
  type TableColumn,
} from '@graywise/extension-core';
import type { RegionResult } from '@graywise/physics';
import { comparisonRows, type ComparisonRow } from './comparisonRows.js';

const column = (title: string, text: (row: ComparisonRow) => string): TableColumn<ComparisonRow> => ({
  title,
  text,
  cell: text,
  numeric: true,
});

const quantile = (title: string, of: (quantiles: NonNullable<ComparisonRow['quantiles']>) => number): TableColumn<ComparisonRow> =>
  column(title, ({ quantiles }) => (quantiles ? formatSignificant(of(quantiles), 2) : '–'));

/** The doses of every region by two engines, and how they differ: first what fits beside the histogram, the rest by scrolling. */
export function ComparisonTable({
  regions,
  comparison,
}: {
  readonly regions: readonly RegionResult[];
  readonly comparison: DoseEngineComparison;
}) {
  const { state, course } = useCourse();
  const columns: readonly TableColumn<ComparisonRow>[] = [
    { title: 'Region', cell: row => <RegionName region={row.region} />, text: row => row.region.label },
    column(`${doseEngineTitle(comparison.used.engine)}, Gy`, row => formatEstimate(row.first)),
    column(`${doseEngineTitle(comparison.other.engine)}, Gy`, row => formatEstimate(row.second)),
    column('Difference, %', row => formatEstimate(row.percent)),
    column('Pass gamma, %', ({ passShare }) => (passShare === null ? '–' : formatNumber(100 * passShare, 1))),
    column('Difference, Gy', row => formatEstimate(row.difference)),
    quantile('ΔD98, Gy', ({ d98Gy }) => d98Gy),
    quantile('ΔD50, Gy', ({ d50Gy }) => d50Gy),
    quantile('ΔD2, Gy', ({ d2Gy }) => d2Gy),
  ];
  return (
    <DataTable
      caption={`${doseEngineTitle(comparison.other.engine)} minus ${doseEngineTitle(comparison.used.engine)}, ± standard uncertainty`}
      dataCy="gw-comparison-table"
      columns={columns}
      rows={comparisonRows(regions, comparison)}
      rowKey={row => row.region.name}
      selectedKey={state.region}
      onSelect={row => course.actions.selectRegion(row.region.name)}
    />
  );
}
