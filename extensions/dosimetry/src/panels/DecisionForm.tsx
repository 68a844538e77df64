import type { Decision, SingleScanChoice } from '@graywise/course';
import { useCourse } from '@graywise/extension-core';
import { useState } from 'react';
import { MethodPicker } from '../scans/MethodPicker.js';
import { isComplete } from '../scans/singleScanChoice.js';
import { ReasonField } from './ReasonField.js';

/** The subject of an answer for every region; the engine's own word. */
const EVERY_REGION = 'every region';

/** What only a person can answer, with the reason that will stand in the record. */
export function DecisionForm({ decisions }: { readonly decisions: readonly Decision[] }) {
  const { state, course } = useCourse();
  const [reason, setReason] = useState('');
  const asked = decisions.find(decision => decision.kind === 'state half-life');
  const options = asked?.options ?? [{ method: 'stated' as const, text: '', confirmed: true }];
  const [choice, setChoice] = useState<SingleScanChoice>({ method: options[0]?.method ?? 'stated', halfLifeHours: null });
  const [forAll, setForAll] = useState(true);
  const complete = reason.trim() !== '' && (!asked || isComplete(choice));
  return (
    <form
      className="gw-form gw-note gw-note-amber"
      data-cy="gw-decision"
      onSubmit={event => {
        event.preventDefault();
        const given = asked ? { ...choice, ...(forAll && asked.options && { subject: EVERY_REGION }) } : { halfLifeHours: null };
        void course.actions.acceptAndContinue({ reason, ...given });
      }}
    >
      {decisions.map(decision => (
        <p key={`${decision.kind}${decision.subject}`}>{decision.question}</p>
      ))}
      {asked && <MethodPicker options={options} choice={choice} name="gw-decision-method" onChange={setChoice} />}
      {asked?.options && (
        <label className="gw-tick">
          <input type="checkbox" checked={forAll} data-cy="gw-decision-for-all" onChange={event => setForAll(event.target.checked)} />
          The same for every region that one scan sees
        </label>
      )}
      <ReasonField value={reason} dataCy="gw-decision-reason" onChange={setReason} />
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
