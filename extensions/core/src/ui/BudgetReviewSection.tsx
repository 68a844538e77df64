import { uncertaintyBudget, type BudgetCheck, type Estimate } from '@graywise/physics';
import { useEffect } from 'react';
import { decimalsFor } from '../format/decimalsFor.js';
import { formatNumber } from '../format/formatNumber.js';
import { formatPercent } from '../format/formatPercent.js';
import { formatRange } from '../format/formatRange.js';
import { DataTable, type TableColumn } from './DataTable.js';
import { useCourse } from './useCourse.js';

/** What would make the dose of a region surer, the largest gain first, and its budget by Monte Carlo beside the propagated one. */
export function BudgetReviewSection({ region, estimate }: { readonly region: string; readonly estimate: Estimate }) {
  const { state, course } = useCourse();
  const { advice, checks } = state.budgetReview;
  const busy = state.running !== null;
  const asked = advice?.region === region;
  useEffect(() => {
    if (!asked && !busy) void course.actions.adviseUncertainty(region);
  }, [asked, busy, region, course]);
  const check = checks?.find(({ name }) => name === region) ?? null;
  return (
    <>
      <h4 className="gw-subtitle">What would reduce it most</h4>
      <AdviceList found={asked ? advice.found : undefined} estimate={estimate} />
      {check ? (
        <CheckTable check={check} />
      ) : (
        <button
          type="button"
          className="gw-button"
          disabled={busy}
          data-cy="gw-check-budget"
          onClick={() => void course.actions.checkUncertainty()}
        >
          Check by Monte Carlo
        </button>
      )}
    </>
  );
}

type Found = NonNullable<ReturnType<typeof useCourse>['state']['budgetReview']['advice']>['found'];

/** `found` undefined: not yet asked; null: the stored record cannot say. */
function AdviceList({ found, estimate }: { readonly found: Found | undefined; readonly estimate: Estimate }) {
  if (found === undefined) return <p className="gw-quiet">…</p>;
  if (found === null) return <p className="gw-quiet">The stored record does not hold what this needs. “Run again” makes it anew.</p>;
  if (found.length === 0) return <NothingGains estimate={estimate} />;
  return (
    <ol className="gw-advice" data-cy="gw-advice">
      {found.map(one => (
        <li key={one.text} data-kind={one.kind}>
          <span>{one.to === null ? one.text : one.text.replace(/: [^:]*$/, '')}</span>
          {one.to !== null && (
            <span className="gw-number">
              {formatPercent(one.from)} → <strong>{formatPercent(one.to)}</strong>
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function NothingGains({ estimate }: { readonly estimate: Estimate }) {
  const [largest] = uncertaintyBudget(estimate);
  return (
    <p className="gw-quiet" data-cy="gw-no-advice">
      Neither another scan nor a better calibration would make it surer.
      {largest && ` Its largest part is ${largest.source}, ${formatPercent(largest.relativeUncertainty)}.`}
    </p>
  );
}

interface CheckRow {
  readonly title: string;
  readonly value: number;
  readonly uncertainty: number;
  readonly interval95: readonly [number, number];
}

const column = (title: string, text: (row: CheckRow) => string): TableColumn<CheckRow> => ({ title, text, cell: text, numeric: true });

const COLUMNS: readonly TableColumn<CheckRow>[] = [
  { title: 'Budget', cell: row => row.title, text: row => row.title },
  column('Dose ± u, Gy', ({ value, uncertainty }) => {
    const decimals = decimalsFor(uncertainty) ?? 2;
    return `${formatNumber(value, decimals)} ± ${formatNumber(uncertainty, decimals)}`;
  }),
  column('95 %, Gy', ({ interval95 }) => formatRange(interval95)),
];

function CheckTable({ check }: { readonly check: BudgetCheck }) {
  const { propagated, sampled } = check;
  const rows: readonly CheckRow[] = [
    { title: 'Propagated', value: propagated.value, uncertainty: propagated.standardUncertainty, interval95: propagated.interval95 },
    { title: 'Monte Carlo', value: sampled.mean, uncertainty: sampled.standardDeviation, interval95: sampled.interval95 },
  ];
  return (
    <section className="gw-stack" data-cy="gw-budget-check" data-agrees={check.agrees}>
      <DataTable
        caption={`Propagated beside ${formatNumber(check.samples, 0)} random trials`}
        dataCy="gw-budget-check-table"
        columns={COLUMNS}
        rows={rows}
        rowKey={row => row.title}
      />
      <p className="gw-quiet">
        {check.agrees ? '✓' : '⚠'} {check.explanation}
      </p>
    </section>
  );
}
