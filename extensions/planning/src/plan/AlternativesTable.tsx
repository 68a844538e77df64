import { DataTable, formatNumber, formatSignificant, useCourse, type TableColumn } from '@graywise/extension-core';
import type { CyclePlan, PlanAlternative } from '@graywise/physics';
import { labelOf } from './labelOf.js';
import { verifiedCycles } from './verifiedCycles.js';

/** The suggestion and its alternatives side by side; picking one moves the slider. */
export function AlternativesTable({ plan }: { readonly plan: CyclePlan }) {
  const { state, course } = useCourse();
  const rows: readonly PlanAlternative[] = [
    { title: 'Suggested', activity: plan.activity, predictions: plan.predictions },
    ...plan.alternatives,
  ];
  const names = plan.predictions.filter(prediction => prediction.limit ?? prediction.target).map(prediction => prediction.name);
  const regions = verifiedCycles(state.overview).at(-1)?.regions ?? [];
  const dose = (row: PlanAlternative, name: string): string => {
    const found = row.predictions.find(prediction => prediction.name === name);
    return found ? formatSignificant(found.cumulative.value) : '–';
  };
  const columns: readonly TableColumn<PlanAlternative>[] = [
    { title: 'Alternative', wraps: true, cell: row => row.title, text: row => row.title },
    { title: 'MBq', numeric: true, cell: row => formatNumber(row.activity / 1e6, 0), text: row => String(row.activity / 1e6) },
    ...names.map((name): TableColumn<PlanAlternative> => ({
      title: `${labelOf(name, regions)}, Gy`,
      numeric: true,
      cell: row => dose(row, name),
      text: row => dose(row, name),
    })),
  ];
  const selected = rows.find(row => row.activity === state.planning.chosen)?.title ?? null;
  return (
    <DataTable
      caption="Side by side"
      dataCy="gw-alternatives"
      columns={columns}
      rows={rows}
      rowKey={row => row.title}
      selectedKey={selected}
      onSelect={row => course.actions.chooseActivity(row.activity)}
    />
  );
}
