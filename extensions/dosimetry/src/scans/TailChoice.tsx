import { useCourse } from '@graywise/extension-core';
import type { ChosenTail } from '@graywise/physics';
import { useState } from 'react';
import { ReasonField } from '../panels/ReasonField.js';

type Tail = ChosenTail['rule'] | null;

const TAILS: readonly { readonly tail: Tail; readonly title: string; readonly dataCy: string }[] = [
  { tail: null, title: 'As fitted', dataCy: 'gw-tail-fitted' },
  { tail: 'physical decay', title: 'Physical decay: the most that can be', dataCy: 'gw-tail-physical' },
  { tail: 'population half-life', title: 'Half-life of the population, as uncertain as patients differ', dataCy: 'gw-tail-population' },
];

/** What decays after the last scan, in place of the fitted curve, with the reason that will stand in the record. */
export function TailChoice() {
  const { state, course } = useCourse();
  const used: Tail =
    TAILS.find(({ tail }) => state.answers.some(({ kind, subject }) => kind === 'choose tail' && subject === tail))?.tail ?? null;
  const [wanted, setWanted] = useState<Tail>(used);
  const [reason, setReason] = useState('');
  // The fit needs no reason: it is what is done where nobody chooses.
  const ready = wanted === null ? used !== null : reason.trim() !== '';
  return (
    <details className="gw-details" data-cy="gw-tail">
      <summary>After the last scan</summary>
      <form
        className="gw-form"
        onSubmit={event => {
          event.preventDefault();
          void course.actions.chooseTail(wanted, reason);
        }}
      >
        <fieldset className="gw-fieldset">
          <legend>What the activity does after the last of two scans or more</legend>
          {TAILS.map(({ tail, title, dataCy }) => (
            <label key={dataCy} className="gw-tick">
              <input type="radio" name="gw-tail" checked={wanted === tail} data-cy={dataCy} onChange={() => setWanted(tail)} />
              <span>{title}</span>
            </label>
          ))}
        </fieldset>
        {wanted !== null && <ReasonField value={reason} dataCy="gw-tail-reason" onChange={setReason} />}
        <button type="submit" className="gw-button" disabled={!ready || state.running !== null} data-cy="gw-use-tail">
          Use this tail
        </button>
      </form>
    </details>
  );
}
