import { knownVerification, useCourse } from '@graywise/extension-core';
import type { DoseEngineName } from '@graywise/physics';
import { useState } from 'react';
import { ReasonField } from '../panels/ReasonField.js';
import { EnginePicker } from './EnginePicker.js';
import { otherEngine } from './otherEngine.js';

/** Another dose engine in place of the one that made the dose, with the reason that will stand in the record. */
export function EngineChoice() {
  const { state, course } = useCourse();
  const method = knownVerification(state).doseMethod;
  const [wanted, setWanted] = useState<DoseEngineName | null>(null);
  const [reason, setReason] = useState('');
  const engine = wanted !== null && wanted !== method?.engine ? wanted : otherEngine(method?.engine);
  const busy = state.running !== null;
  return (
    <details data-cy="gw-engine-choice">
      <summary>Make the dose by another engine</summary>
      <form
        className="gw-form"
        onSubmit={event => {
          event.preventDefault();
          void course.actions.chooseDoseEngine(engine, reason);
        }}
      >
        <EnginePicker title="Dose engine" except={method?.engine} value={engine} dataCy="gw-engine" onChange={setWanted} />
        <ReasonField value={reason} dataCy="gw-engine-reason" onChange={setReason} />
        <button type="submit" className="gw-button" disabled={busy || reason.trim() === ''} data-cy="gw-engine-run">
          Make the dose again
        </button>
        {method?.chosenBy === 'person' && (
          <button
            type="button"
            className="gw-button gw-button-quiet"
            disabled={busy}
            data-cy="gw-engine-rule"
            onClick={() => void course.actions.chooseDoseEngine(null, '')}
          >
            Let the course choose again
          </button>
        )}
      </form>
    </details>
  );
}
