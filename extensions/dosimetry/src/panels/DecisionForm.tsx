import type { Decision } from '@graywise/course';
import { useCourse } from '@graywise/extension-core';
import { useState } from 'react';

/** What only a person can answer, with the reason that will stand in the record. */
export function DecisionForm({ decisions }: { readonly decisions: readonly Decision[] }) {
  const { state, course } = useCourse();
  const [reason, setReason] = useState('');
  const [halfLife, setHalfLife] = useState('');
  const asksHalfLife = decisions.some(decision => decision.kind === 'state half-life');
  const halfLifeHours = Number(halfLife);
  const complete = reason.trim() !== '' && (!asksHalfLife || halfLifeHours > 0);
  return (
    <form
      className="gw-form gw-note gw-note-amber"
      data-cy="gw-decision"
      onSubmit={event => {
        event.preventDefault();
        void course.actions.acceptAndContinue({ reason, halfLifeHours: asksHalfLife ? halfLifeHours : null });
      }}
    >
      {decisions.map(decision => (
        <p key={`${decision.kind}${decision.subject}`}>{decision.question}</p>
      ))}
      {asksHalfLife && (
        <label className="gw-field">
          Effective half-life, h
          <input
            className="gw-input"
            type="number"
            min="0"
            step="any"
            value={halfLife}
            onChange={event => setHalfLife(event.target.value)}
            data-cy="gw-decision-half-life"
          />
        </label>
      )}
      <label className="gw-field">
        Reason, as it will stand in the record
        <textarea
          className="gw-input"
          rows={2}
          value={reason}
          onChange={event => setReason(event.target.value)}
          data-cy="gw-decision-reason"
        />
      </label>
      <button
        type="submit"
        className="gw-button gw-button-primary"
        disabled={!complete || state.running !== null}
        data-cy="gw-decision-accept"
      >
        Accept with this reason and continue
      </button>
    </form>
  );
}
