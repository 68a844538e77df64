import {
  DataTable,
  EstimateText,
  ExplainableText,
  formatEstimate,
  formatRange,
  formatSignificant,
  knownVerification,
  RegionName,
  useCourse,
  type TableColumn,
} from '@graywise/extension-core';
import type { Comparison, RegionResult } from '@graywise/physics';

/** One region of the verification with what was expected of it, if anything is known. */
export interface ComparedRegion {
  readonly region: RegionResult;
  readonly comparison: Comparison | null;
}

const VERDICTS: Readonly<Record<Comparison['verdict'], string>> = { within: '✓ within', borderline: '~ borderline', outside: '✕ outside' };

const expected = ({ comparison }: ComparedRegion): string =>
  comparison ? `${formatSignificant(comparison.expectedMedian, 2)} (${formatRange(comparison.expectedRange95)})` : '–';

const verdict = ({ comparison }: ComparedRegion): string => (comparison ? VERDICTS[comparison.verdict] : '–');

const score = ({ comparison }: ComparedRegion): string => (comparison ? comparison.z.toFixed(1).replace('-', '−') : '–');

/** Dose, uncertainty and expectation of every region: median and 95 % range, the verdict in a word and the distance in standard uncertainties. */
export function ComparisonTable() {
  const { state, course } = useCourse();
  const known = knownVerification(state);
  const rows = (known.regions ?? []).map((region): ComparedRegion => ({
    region,
    comparison: known.comparisons?.find(one => one.region === region.name) ?? null,
  }));
  const columns: readonly TableColumn<ComparedRegion>[] = [
    { title: 'Region', cell: row => <RegionName region={row.region} />, text: row => row.region.label },
    {
      title: 'Dose',
      numeric: true,
      text: row => `${formatEstimate(row.region.absorbedDose)} Gy`,
      cell: row => (
        <EstimateText
          estimate={row.region.absorbedDose}
          unit="Gy"
          name={`Dose of ${row.region.label}`}
          onExplain={() => course.actions.explain({ region: row.region.name, quantity: 'absorbedDose' })}
        />
      ),
    },
    {
      title: 'Expected, Gy (95 %)',
      numeric: true,
      text: expected,
      cell: row =>
        row.comparison ? (
          <ExplainableText
            text={expected(row)}
            name={`Expected dose of ${row.region.label}, Gy,`}
            onExplain={() => course.actions.explain({ region: row.region.name, quantity: 'expectedDose' })}
          />
        ) : (
          '–'
        ),
    },
    { title: 'Verdict', cell: verdict, text: verdict },
    { title: 'z', cell: score, text: score, numeric: true },
  ];
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption="Delivered against expected"
      dataCy="gw-comparisons"
      columns={columns}
      rows={rows}
      rowKey={row => row.region.name}
      selectedKey={state.region}
      onSelect={row => course.actions.selectRegion(row.region.name)}
    />
  );
}
