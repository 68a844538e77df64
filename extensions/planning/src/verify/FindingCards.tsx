import { DataTable, formatHours, knownVerification, useCourse, type TableColumn } from '@graywise/extension-core';
import { extraScansByCycle, FINDING_KINDS, type Finding, type Second, type WorksheetRow } from '@graywise/physics';
import { worksheetValue } from './worksheetValue.js';

/** What looks abnormal, a card each with what was found, what to do and the numbers behind it; nothing where nothing was found. */
export function FindingCards() {
  const { state } = useCourse();
  const findings = knownVerification(state).findings ?? [];
  if (findings.length === 0) return null;
  const inOrder = findings.toSorted((a, b) => FINDING_KINDS.indexOf(a.kind) - FINDING_KINDS.indexOf(b.kind));
  return (
    <section className="gw-stack" aria-label="What looks abnormal" data-cy="gw-findings">
      <h3 className="gw-title">Please look at this</h3>
      {inOrder.map(finding => (
        <FindingCard key={`${finding.kind} ${finding.region ?? ''} ${finding.message}`} finding={finding} />
      ))}
      <p className="gw-quiet">
        These are prompts to look, not diagnoses. Their thresholds are suggested; the centre must confirm them. They stand in the record.
      </p>
    </section>
  );
}

const titleOf = (kind: Finding['kind']): string => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

function FindingCard({ finding }: { readonly finding: Finding }) {
  const { state } = useCourse();
  const { kind, message, advice, worksheet } = finding;
  const { thisCycle, nextCycle } = extraScansByCycle(finding, knownVerification(state).scans ?? []);
  return (
    <article className="gw-note gw-note-amber" data-cy="gw-finding" data-kind={kind}>
      <span aria-hidden="true" className="gw-sign">
        ⚠
      </span>
      <div className="gw-form gw-grow">
        <strong>{titleOf(kind)}</strong>
        <span>{message}</span>
        {advice.length > 0 && (
          <ul className="gw-list">
            {advice.map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        <ExtraScans times={thisCycle} when="" />
        <ExtraScans times={nextCycle} when=" in the next cycle" />
        <ShowPlace finding={finding} />
        {worksheet.length > 0 && <Worksheet kind={kind} rows={worksheet} />}
      </div>
    </article>
  );
}

function ExtraScans({ times, when }: { readonly times: readonly Second[]; readonly when: string }) {
  if (times.length === 0) return null;
  return (
    <span data-cy="gw-extra-scans">
      Suggested extra scan{times.length > 1 ? 's' : ''}
      {when}: {times.map(time => formatHours(time)).join(', ')} after administration.
    </span>
  );
}

function ShowPlace({ finding: { region, placeLps, kind } }: { readonly finding: Finding }) {
  const { course } = useCourse();
  if (!placeLps && region === null) return null;
  return (
    <button
      type="button"
      className="gw-link"
      aria-label={`Show ${kind} in the images`}
      onClick={() => {
        if (region !== null) course.actions.selectRegion(region);
        if (placeLps) course.actions.lookAt(placeLps);
      }}
    >
      Show in the images
    </button>
  );
}

const COLUMNS: readonly TableColumn<WorksheetRow>[] = [
  { title: 'Quantity', wraps: true, cell: row => row.name, text: row => row.name },
  { title: 'Value', numeric: true, cell: worksheetValue, text: worksheetValue },
  { title: 'Unit', cell: row => row.unit, text: row => row.unit },
];

function Worksheet({ kind, rows }: { readonly kind: Finding['kind']; readonly rows: readonly WorksheetRow[] }) {
  return (
    <details className="gw-details">
      <summary>Worksheet</summary>
      <DataTable caption={`Worksheet: ${kind}`} dataCy="gw-worksheet" columns={COLUMNS} rows={rows} rowKey={row => row.name} />
    </details>
  );
}
