import { currentCycle, DataTable, formatDuration, formatMoment, Moment, useCourse, type TableColumn } from '@graywise/extension-core';
import type { ScanSummary } from '@graywise/physics';

const COLUMNS: readonly TableColumn<ScanSummary>[] = [
  { title: 'Scan', cell: scan => scan.timePoint, text: scan => String(scan.timePoint) },
  { title: 'Start', cell: scan => <Moment at={scan.start} />, text: scan => formatMoment(scan.start) },
  {
    title: 'After',
    cell: scan => formatDuration(scan.afterAdministration),
    text: scan => formatDuration(scan.afterAdministration),
    numeric: true,
  },
  {
    title: 'With',
    cell: scan => (scan.ct ? `${scan.modality} + CT` : scan.modality),
    text: scan => (scan.ct ? `${scan.modality} + CT` : scan.modality),
  },
];

/** The scans of the cycle; picking one moves everything to its time. */
export function ScanTable() {
  const { state, course } = useCourse();
  const scans = currentCycle(state)?.scans ?? [];
  if (scans.length === 0) return null;
  return (
    <DataTable
      caption="Scans"
      dataCy="gw-scans"
      columns={COLUMNS}
      rows={scans}
      rowKey={scan => String(scan.timePoint)}
      selectedKey={String(state.timePoint)}
      onSelect={scan => course.actions.selectTimePoint(scan.timePoint)}
    />
  );
}
