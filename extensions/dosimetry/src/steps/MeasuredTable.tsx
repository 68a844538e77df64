import {
  DataTable,
  EstimateText,
  formatEstimate,
  formatPercent,
  formatSignificant,
  knownVerification,
  useCourse,
  type TableColumn,
} from '@graywise/extension-core';
import type { Estimate, MeasuredRegionResult } from '@graywise/physics';

const KINDS: Readonly<Record<MeasuredRegionResult['kind'], string>> = {
  planar: 'planar views',
  probe: 'probe',
  'whole body': 'whole-body counts',
  blood: 'blood samples',
};

/** MBq h, or kBq h/mL for blood. */
const integral = ({ timeIntegrated, unit }: MeasuredRegionResult): string =>
  unit === 'Bq' ? `${formatEstimate(timeIntegrated, 1 / 3.6e9)} MBq h` : `${formatEstimate(timeIntegrated, 1 / 3.6e6)} kBq h/mL`;

const dose = ({ absorbedDose }: MeasuredRegionResult): string => (absorbedDose ? `${formatEstimate(absorbedDose)} Gy` : '–');

const column = (title: string, text: (row: MeasuredRegionResult) => string): TableColumn<MeasuredRegionResult> => ({
  title,
  text,
  cell: text,
  numeric: true,
});

const estimateCell = (estimate: Estimate | null, unit: string) => (estimate ? <EstimateText estimate={estimate} unit={unit} /> : '–');

const COLUMNS: readonly TableColumn<MeasuredRegionResult>[] = [
  { title: 'Region', wraps: true, cell: row => `${row.label}, by ${KINDS[row.kind]}`, text: row => `${row.label}, by ${KINDS[row.kind]}` },
  { ...column('Dose', dose), cell: row => estimateCell(row.absorbedDose, 'Gy') },
  column('Integral', integral),
  column('Half-life', row => `${formatEstimate(row.effectiveHalfLife, 1 / 3600)} h`),
  column('After last', row => formatPercent(row.extrapolatedFraction)),
];

/** What was measured without voxels: whole body, blood, marrow by its blood, organs under a probe; and how each dose was made. Nothing where there is none. */
export function MeasuredTable() {
  const { state } = useCourse();
  const { measured = [] } = knownVerification(state);
  if (measured.length === 0) return null;
  return (
    <section className="gw-stack" data-cy="gw-measured-section">
      <DataTable
        caption="Measured without images"
        dataCy="gw-measured"
        columns={COLUMNS}
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
