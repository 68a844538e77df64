import { useEffect, useRef } from 'react';
import type { Explanation } from '../explain/explanation.js';
import { explainQuantity } from '../explain/explainQuantity.js';
import { knownVerification } from '../state/knownVerification.js';
import { BudgetBars } from './BudgetBars.js';
import { BudgetReviewSection } from './BudgetReviewSection.js';
import { useCourse } from './useCourse.js';

/** "Where does this come from?": inputs, equation with its source, uncertainty budget and the DICOM objects used. */
export function ProvenanceDrawer() {
  const { state, course } = useCourse();
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => {
    // In braces: newer browsers give a promise back, which an effect must not return.
    drawer.current?.scrollIntoView({ block: 'nearest' });
  }, [state.explained]);
  const { explained } = state;
  const explanation =
    explained && ('explanation' in explained ? explained.explanation : explainQuantity(knownVerification(state), explained));
  if (!explanation) return null;
  return (
    <aside ref={drawer} className="gw-drawer" aria-label="Where does this come from?" data-cy="gw-drawer">
      <div className="gw-row">
        <h3 className="gw-title">Where does this come from?</h3>
        <button
          type="button"
          className="gw-button gw-button-quiet"
          aria-label="Close"
          data-cy="gw-drawer-close"
          onClick={() => course.actions.explain(null)}
        >
          ✕
        </button>
      </div>
      <DrawerContent
        explanation={explanation}
        dosedRegion={'quantity' in explained && explained.quantity === 'absorbedDose' ? explained.region : null}
      />
    </aside>
  );
}

interface DrawerContentProps {
  readonly explanation: Explanation;
  /** The region whose dose is explained; null for any other figure. */
  readonly dosedRegion: string | null;
}

function DrawerContent({ explanation, dosedRegion }: DrawerContentProps) {
  return (
    <>
      <p>
        {explanation.title}: <strong className="gw-number">{explanation.value}</strong>
      </p>
      <p className="gw-equation">{explanation.equation}</p>
      <p className="gw-quiet">{explanation.source}</p>
      {explanation.estimate && (
        <>
          <h4 className="gw-subtitle">Uncertainty: shares of the value, largest first</h4>
          <BudgetBars estimate={explanation.estimate} />
        </>
      )}
      {dosedRegion !== null && explanation.estimate && <BudgetReviewSection region={dosedRegion} estimate={explanation.estimate} />}
      {explanation.inputs.length > 0 && <h4 className="gw-subtitle">Inputs</h4>}
      <dl className="gw-pairs">
        {explanation.inputs.map(input => (
          <div key={input.name}>
            <dt>{input.name}</dt>
            <dd className="gw-number">{input.value}</dd>
          </div>
        ))}
      </dl>
      {explanation.notes.map(note => (
        <p key={note}>{note}</p>
      ))}
      <DicomObjects objects={explanation.objects} />
    </>
  );
}

function DicomObjects({ objects }: Pick<Explanation, 'objects'>) {
  if (objects.length === 0) return null;
  return (
    <details>
      <summary>DICOM objects used ({objects.length})</summary>
      <ul className="gw-list gw-quiet">
        {objects.map(({ what, reference }) => (
          <li key={`${what}${reference.sopInstanceUid}`}>
            {what}: series <code>{reference.seriesInstanceUid}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
