import type { ScanComparison } from '@graywise/course';
import { currentCycle, DataTable, ExplainableText, formatEstimate, useCourse, type TableColumn } from '@graywise/extension-core';
import { explainScans } from './explainScans.js';
import { scanRows, type ScanRow } from './scanRows.js';

const column = (title: string, text: (row: ScanRow) => string): TableColumn<ScanRow> => ({ title, text, cell: text, numeric: true });

/** Dose and half-life of every region by all scans and by some of them, each with its uncertainty. */
export function ScanComparisonTable({ comparison }: { readonly comparison: ScanComparison }) {
  const { state, course } = useCourse();
  const all = currentCycle(state)?.scans.length ?? 0;
  const some =
    comparison.timePoints.length === 1 ? `scan ${String(comparison.timePoints[0])}` : `scans ${comparison.timePoints.join(', ')}`;
  const columns: readonly TableColumn<ScanRow>[] = [
    { title: 'Region', cell: row => row.pair.label, text: row => row.pair.label },
    {
      ...column(`Dose, ${String(all)} scans, Gy`, ({ pair }) => formatEstimate(pair.all.absorbedDose)),
      cell: ({ pair }) => (
        <ExplainableText
          text={formatEstimate(pair.all.absorbedDose)}
          name={`Dose of ${pair.label} by all scans, Gy`}
          onExplain={() => course.actions.explain({ region: pair.name, quantity: 'absorbedDose' })}
        />
      ),
    },
    {
      ...column(`Dose, ${some}, Gy`, ({ pair }) => (pair.chosen ? formatEstimate(pair.chosen.absorbedDose) : '–')),
      cell: ({ pair }) =>
        pair.chosen ? (
          <ExplainableText
            text={formatEstimate(pair.chosen.absorbedDose)}
            name={`Dose of ${pair.label} by ${some}, Gy`}
            onExplain={() => course.actions.explain({ explanation: explainScans(pair, some) })}
          />
        ) : (
          '–'
        ),
    },
    column('Difference, %', ({ percent }) => (percent ? formatEstimate(percent) : '–')),
    column(`Half-life, ${String(all)} scans, h`, ({ pair }) => formatEstimate(pair.all.effectiveHalfLife, 1 / 3600)),
    column(`Half-life, ${some}, h`, ({ pair }) => (pair.chosen ? formatEstimate(pair.chosen.effectiveHalfLife, 1 / 3600) : '–')),
  ];
  const refused = comparison.regions.flatMap(({ label, refusal }) => (refusal ? [`${label}: ${refusal.message}`] : []));
  return (
    <div>
      <DataTable
        caption={`All ${String(all)} scans beside ${some}, ± standard uncertainty`}
        dataCy="gw-scan-comparison"
        columns={columns}
        rows={scanRows(comparison)}
        rowKey={row => row.pair.name}
        selectedKey={state.region}
        onSelect={row => course.actions.selectRegion(row.pair.name)}
      />
      <ul className="gw-list gw-quiet">
        {[...comparison.assumptions, ...basisOf(comparison, state.region), ...refused].map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

/** What the curve of one scan rests on, of the region that is picked. */
function basisOf({ regions }: ScanComparison, picked: string | null): readonly string[] {
  return regions.flatMap(({ name, label, chosen }) => {
    const basis = chosen?.fit.singleScan;
    if (name !== picked || !basis) return [];
    return [`${label}: ${basis.source}${basis.confirmed ? '' : ' (suggested, to be confirmed by the centre)'}.`];
  });
}
