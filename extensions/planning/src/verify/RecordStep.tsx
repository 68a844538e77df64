import {
  currentCycle,
  formatEstimate,
  formatMoment,
  knownVerification,
  ReviewNote,
  SignatureForm,
  SignedBy,
  useCourse,
} from '@graywise/extension-core';
import type { CycleVerification } from '@graywise/physics';

/** What will be stored, who signs, and whether it is stored. */
export function RecordStep() {
  const { state, course } = useCourse();
  const known = knownVerification(state);
  const ready = state.outcomes.record?.status === 'done';
  return (
    <div className="gw-stack">
      <RecordContent known={known} />
      {state.stored ? (
        <p className="gw-note" data-cy="gw-stored">
          <span aria-hidden="true">✓</span>
          <span>
            This verification stands in the archive. <SignedBy signOff={currentCycle(state)?.verification?.signOff ?? null} /> It is shown
            again whenever the study is opened.
          </span>
        </p>
      ) : (
        <SignatureForm
          action="Store the record"
          disabled={!ready || state.running !== null}
          dataCy="gw-store"
          onSign={signature => void course.actions.storeRecord(signature)}
        />
      )}
      {ready && <ReviewNote />}
    </div>
  );
}

function RecordContent({ known }: { readonly known: Partial<CycleVerification> }) {
  const { regions = [], registrations = [] } = known;
  if (regions.length === 0) return null;
  return (
    <section data-cy="gw-record-content">
      <h4 className="gw-subtitle">What is stored</h4>
      <ul className="gw-list">
        <li>RT Dose: the absorbed dose, Gy</li>
        <li>Segmentation: {regions.length} regions on the dose grid</li>
        <li>Spatial Registration: {registrations.length} scans</li>
        <li>Measurement Report (TID 1500): every number with its uncertainty, assumptions and warnings</li>
      </ul>
      <ul className="gw-list gw-quiet">
        {regions.map(region => (
          <li key={region.name}>
            {region.label}: {formatEstimate(region.absorbedDose)} Gy
          </li>
        ))}
      </ul>
      {known.administrationStart && <p className="gw-quiet">Administration of {formatMoment(known.administrationStart)}.</p>}
    </section>
  );
}
