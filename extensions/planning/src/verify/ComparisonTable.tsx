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
import type { Comparison } from '@graywise/physics';
import { explainedDose } from '../explainedDose.js';
import { comparedRegions, type ComparedRegion } from './comparedRegions.js';

const VERDICTS: Readonly<Record<Comparison['verdict'], string>> = { within: '✓ within', borderline: '~ borderline', outside: '✕ outside' };

const expected = ({ comparison }: ComparedRegion): string =>
  comparison ? `${formatSignificant(comparison.expectedMedian, 2)} (${formatRange(comparison.expectedRange95)})` : '–';

const verdict = ({ comparison }: ComparedRegion): string => (comparison ? VERDICTS[comparison.verdict] : '–');

const score = ({ comparison }: ComparedRegion): string => (comparison ? comparison.z.toFixed(1).replace('-', '−') : '–');

const AGAINST: Readonly<Record<Comparison['basis'], string>> = {
  plan: 'the plan',
  population: 'the population',
  'population and earlier cycles': 'population and patient',
  'earlier cycles': 'the patient',
};

const against = ({ comparison }: ComparedRegion): string => (comparison ? AGAINST[comparison.basis] : '–');

/**
 * Dose, uncertainty and expectation of every region: median and 95 % range, the verdict in a word and the distance in standard uncertainties. A region with a
 * plan is held against it and against the population, a row each.
 */
export function ComparisonTable() {
  const { state, course } = useCourse();
  const rows = comparedRegions(knownVerification(state));
  const isOneOfSeveral = (row: ComparedRegion): boolean => rows.filter(({ name }) => name === row.name).length > 1;
  const isFirst = (row: ComparedRegion): boolean => rows.find(({ name }) => name === row.name) === row;
  const columns: readonly TableColumn<ComparedRegion>[] = [
    {
      title: 'Region',
      text: row => (isOneOfSeveral(row) ? `${row.label} against ${against(row)}` : row.label),
      cell: row =>
        isOneOfSeveral(row) ? (
          <>
            <RegionName region={row} /> <span className="gw-quiet">against {against(row)}</span>
          </>
        ) : (
          <RegionName region={row} />
        ),
    },
    {
      title: 'Dose',
      numeric: true,
      text: row => `${formatEstimate(row.absorbedDose)} Gy`,
      cell: row => (
        <EstimateText
          estimate={row.absorbedDose}
          unit="Gy"
          name={`Dose of ${row.label}`}
          onExplain={() => course.actions.explain(explainedDose(row))}
        />
      ),
    },
    {
      title: 'Expected, Gy (95 %)',
      numeric: true,
      text: expected,
      cell: row =>
        row.comparison && row.measuredAs === null && isFirst(row) ? (
          <ExplainableText
            text={expected(row)}
            name={`Expected dose of ${row.label}, Gy,`}
            onExplain={() => course.actions.explain({ region: row.name, quantity: 'expectedDose' })}
          />
        ) : (
          expected(row)
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
      rowKey={row => (isFirst(row) ? row.name : `${row.name} ${against(row)}`)}
      selectedKey={state.region}
      onSelect={row => {
        if (row.measuredAs === null) course.actions.selectRegion(row.name);
      }}
    />
  );
}
