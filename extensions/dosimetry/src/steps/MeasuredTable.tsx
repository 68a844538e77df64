import {
  DataTable,
  EstimateText,
  formatEstimate,
  formatMeasuredIntegral,
  formatPercent,
  formatSignificant,
  knownVerification,
  measurementTitle,
  useCourse,
  type TableColumn,
} from '@graywise/extension-core';
import type { MeasuredRegionResult } from '@graywise/physics';

const title = ({ label, kind }: MeasuredRegionResult): string => `${label}, by ${measurementTitle(kind)}`;

const dose = ({ absorbedDose }: MeasuredRegionResult): string => (absorbedDose ? `${formatEstimate(absorbedDose)} Gy` : '–');

const column = (title: string, text: (row: MeasuredRegionResult) => string): TableColumn<MeasuredRegionResult> => ({
  title,
  text,
  cell: text,
  numeric: true,
});

const columns = (explain: (row: MeasuredRegionResult) => void): readonly TableColumn<MeasuredRegionResult>[] => [
  { title: 'Region', wraps: true, cell: title, text: title },
  {
    ...column('Dose', dose),
    cell: row =>
      row.absorbedDose ? (
        <EstimateText estimate={row.absorbedDose} unit="Gy" name={`Dose of ${row.label}`} onExplain={() => explain(row)} />
      ) : (
        '–'
      ),
  },
  column('Integral', formatMeasuredIntegral),
  column('Half-life', row => `${formatEstimate(row.effectiveHalfLife, 1 / 3600)} h`),
  column('After last', row => formatPercent(row.extrapolatedFraction)),
];

/** What was measured without voxels: whole body, blood, marrow by its blood, organs under a probe; every dose can be asked where it comes from. Nothing where there is none. */
export function MeasuredTable() {
  const { state, course } = useCourse();
  const { measured = [] } = knownVerification(state);
  if (measured.length === 0) return null;
  return (
    <section className="gw-stack" data-cy="gw-measured-section">
      <DataTable
        caption="Measured without images"
        dataCy="gw-measured"
        columns={columns(row => course.actions.explain({ region: row.name, quantity: 'measuredDose' }))}
        rows={measured}
        rowKey={row => `${row.name} ${row.kind}`}
      />
      <details className="gw-details">
        <summary>How these were made</summary>
        {measured.map(row => (
          <div key={`${row.name} ${row.kind}`}>
            <p className="gw-quiet">
              {row.label}: {row.method} {formatSignificant(row.curve.length)} measurements, {row.model}.
              {row.confirmed ? '' : ' A number in it is suggested, to be confirmed by the centre.'}
            </p>
            <ul className="gw-list gw-quiet">
              {[...row.assumptions, ...row.warnings.map(({ message }) => message)].map(sentence => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        ))}
      </details>
    </section>
  );
}
