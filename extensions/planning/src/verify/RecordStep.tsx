import {
  currentCycle,
  formatEstimate,
  formatMoment,
  knownVerification,
  missingComments,
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
  const missing = missingComments(known);
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
        <>
          {missing.length > 0 && <CommentsFirst labels={missing} />}
          <SignatureForm
            action="Store the record"
            disabled={!ready || missing.length > 0 || state.running !== null}
            dataCy="gw-store"
            onSign={signature => void course.actions.storeRecord(signature)}
          />
        </>
      )}
      {ready && <ReviewNote />}
    </div>
  );
}

/** Said beforehand, not after the signature. */
function CommentsFirst({ labels }: { readonly labels: readonly string[] }) {
  const { course } = useCourse();
  return (
    <div className="gw-note gw-note-amber" data-cy="gw-comments-missing">
      <span aria-hidden="true" className="gw-sign">
        ⚠
      </span>
      <span>
        The record cannot be signed yet: the dose of {labels.join(', ')} is outside of what was expected, and nobody has commented on it.{' '}
        <button type="button" className="gw-link" onClick={() => course.actions.showStep('verify')}>
          Comment in step 6
        </button>
      </span>
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
        {known.comments?.map(comment => (
          <li key={`comment ${comment.region}`}>
            Comment on {regions.find(region => region.name === comment.region)?.label ?? comment.region}: {comment.text}
          </li>
        ))}
      </ul>
      {known.administrationStart && <p className="gw-quiet">Administration of {formatMoment(known.administrationStart)}.</p>}
    </section>
  );
}
