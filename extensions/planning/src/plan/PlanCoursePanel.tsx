import {
  CourseHeader,
  DataTable,
  EstimateText,
  explainQuantity,
  formatEstimate,
  RegionName,
  ReviewNote,
  useCourse,
  type Explanation,
  type TableColumn,
} from '@graywise/extension-core';
import { addEstimates, courseRegions, gray, type CourseRegion, type CycleVerification, type Estimate, type Gray } from '@graywise/physics';
import { explainedDose } from '../explainedDose.js';
import { explainSum } from './explainSum.js';
import { verifiedCycles } from './verifiedCycles.js';

export interface DeliveredRow {
  readonly region: CourseRegion;
  readonly perCycle: readonly (Estimate<Gray> | null)[];
  readonly sum: Estimate<Gray>;
}

/** The left panel of planning: what each organ and lesion has got so far. */
export function PlanCoursePanel() {
  const { state, course } = useCourse();
  const cycles = verifiedCycles(state.overview);
  const dose = (estimate: Estimate | null, name: string, explanation: Explanation | null) =>
    estimate ? (
      <EstimateText
        estimate={estimate}
        unit="Gy"
        name={name}
        onExplain={explanation ? () => course.actions.explain({ explanation }) : undefined}
      />
    ) : (
      '–'
    );
  const columns: readonly TableColumn<DeliveredRow>[] = [
    { title: 'Region', cell: row => <RegionName region={row.region} />, text: row => row.region.label },
    ...cycles.map((cycle, index): TableColumn<DeliveredRow> => ({
      title: `Cycle ${String(cycle.cycle)}`,
      numeric: true,
      cell: row =>
        dose(
          row.perCycle[index] ?? null,
          `Dose of ${row.region.label} in cycle ${String(cycle.cycle)}`,
          explainQuantity(cycle, explainedDose(row.region)),
        ),
      text: row => (row.perCycle[index] ? formatEstimate(row.perCycle[index]) : ''),
    })),
    ...(cycles.length > 1
      ? [
          {
            title: 'Sum',
            numeric: true,
            cell: (row: DeliveredRow) => dose(row.sum, `Dose of ${row.region.label} so far`, explainSum(row, cycles)),
            text: (row: DeliveredRow) => formatEstimate(row.sum),
          },
        ]
      : []),
  ];
  return (
    <div className="gw-panel" data-cy="gw-plan-course">
      <CourseHeader />
      {cycles.length > 0 && (
        <>
          <DataTable
            caption="Delivered so far, Gy"
            dataCy="gw-delivered"
            columns={columns}
            rows={deliveredRows(cycles)}
            rowKey={row => row.region.name}
            selectedKey={state.region}
            onSelect={row => {
              if (row.region.measuredAs === null) course.actions.selectRegion(row.region.name);
            }}
          />
          <ReviewNote />
        </>
      )}
      {state.phase === 'open' && cycles.length === 0 && (
        <p className="gw-note gw-note-amber" data-cy="gw-population-only">
          <span aria-hidden="true" className="gw-sign">
            ⚠
          </span>
          <span>
            No verified cycle is stored yet. The doses expected are those of a population: their ranges are wide, and nothing of this
            patient is in them.
          </span>
        </p>
      )}
    </div>
  );
}

function deliveredRows(cycles: readonly CycleVerification[]): readonly DeliveredRow[] {
  return courseRegions(cycles.at(-1) ?? {}).map(region => {
    const perCycle = cycles.map(cycle => courseRegions(cycle).find(one => one.name === region.name)?.absorbedDose ?? null);
    return {
      region,
      perCycle,
      sum: addEstimates(
        perCycle.filter(dose => dose !== null),
        gray,
      ),
    };
  });
}
