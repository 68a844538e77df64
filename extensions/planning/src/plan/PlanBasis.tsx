import { DataTable, formatPercent, useCourse, type TableColumn } from '@graywise/extension-core';
import type { CyclePlan, PriorUsed } from '@graywise/physics';
import { labelOf } from './labelOf.js';
import { SuggestedBadge } from './SuggestedBadge.js';
import { lastRegions } from './lastRegions.js';

/** What the predictions rest on: population values with their weight beside the patient's own cycles, and the trends that these show. */
export function PlanBasis({ plan }: { readonly plan: CyclePlan }) {
  const { state } = useCourse();
  const regions = lastRegions(state.overview);
  const { priors = [], trendsSeen = [] } = plan;
  if (priors.length === 0 && trendsSeen.length === 0) return null;
  const columns: readonly TableColumn<PriorUsed>[] = [
    { title: 'Region', cell: row => labelOf(row.region, regions), text: row => labelOf(row.region, regions) },
    { title: 'Weight', numeric: true, cell: row => formatPercent(row.weight), text: row => formatPercent(row.weight) },
    {
      title: 'Source',
      wraps: true,
      cell: row => (
        <>
          {row.source} {!row.confirmed && <SuggestedBadge />}
        </>
      ),
      text: row => `${row.source}${row.confirmed ? '' : ' (suggested, centre must confirm)'}, version ${row.version}`,
    },
  ];
  return (
    <details className="gw-details" data-cy="gw-plan-basis">
      <summary>What this rests on</summary>
      {priors.length > 0 && (
        <DataTable
          caption="Population values"
          dataCy="gw-plan-priors"
          columns={columns}
          rows={priors}
          rowKey={row => row.id + row.region}
        />
      )}
      {trendsSeen.map(({ region, perCycle }) => (
        <p key={region} className="gw-quiet">
          {labelOf(region, regions)}: {perCycle < 0 ? '−' : '+'}
          {formatPercent(Math.abs(perCycle))} dose per activity from cycle to cycle.
        </p>
      ))}
    </details>
  );
}
