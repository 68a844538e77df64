import type { GammaCriteria } from '@graywise/physics';
import { knownVerification, useCourse } from '@graywise/extension-core';
import type { DoseEngineName } from '@graywise/physics';
import { useState } from 'react';
import { ComparisonFinding } from './ComparisonFinding.js';
import { CriteriaFields } from './CriteriaFields.js';
import { EnginePicker } from './EnginePicker.js';
import { otherEngine } from './otherEngine.js';

/** A second engine beside the one that made the dose: which, under which criteria, and how far the two agree. */
export function SecondEngine() {
  const { state, course } = useCourse();
  const { comparison, criteria } = state.doseReview;
  const first = knownVerification(state).doseMethod?.engine;
  const [wanted, setWanted] = useState<DoseEngineName | null>(null);
  const [draft, setDraft] = useState<GammaCriteria>(criteria);
  const chosen = wanted ?? comparison?.other.engine ?? otherEngine(first);
  const second = chosen === first ? otherEngine(first) : chosen;
  return (
    <section className="gw-stack" data-cy="gw-second-engine">
      <h4 className="gw-subtitle">Compare with a second engine</h4>
      <form
        className="gw-form"
        onSubmit={event => {
          event.preventDefault();
          void course.actions.compareDose(second, draft);
        }}
      >
        <EnginePicker title="Second engine" except={first} value={second} dataCy="gw-second" onChange={setWanted} />
        <CriteriaFields criteria={draft} onChange={setDraft} />
        <button type="submit" className="gw-button" disabled={state.running !== null} data-cy="gw-compare">
          {comparison?.other.engine === second ? 'Compare again' : 'Run and compare'}
        </button>
      </form>
      {comparison && <ComparisonFinding comparison={comparison} />}
    </section>
  );
}
