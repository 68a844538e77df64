import { useCourse } from '@graywise/extension-core';
import { useState } from 'react';
import { ReasonField } from '../panels/ReasonField.js';

/** The pattern of the dose map by a curve in every voxel in place of the weighted scans, with the reason that will stand in the record. */
export function MapPatternChoice() {
  const { state, course } = useCourse();
  const [reason, setReason] = useState('');
  const busy = state.running !== null;
  const chosen = state.answers.some(({ kind }) => kind === 'choose map pattern');
  return (
    <details data-cy="gw-map-pattern">
      <summary>Make the dose map of a curve in every voxel</summary>
      <form
        className="gw-form"
        onSubmit={event => {
          event.preventDefault();
          void course.actions.chooseMapPattern('voxel fits', reason);
        }}
      >
        <p className="gw-quiet">
          {chosen
            ? 'The map follows a curve in every voxel.'
            : 'The map follows the scans, each with its weight. A curve in every voxel shows parts of a region that clear at another pace, and more noise.'}{' '}
          Either way a region keeps the integral of its own curve.
        </p>
        <ReasonField value={reason} dataCy="gw-map-reason" onChange={setReason} />
        <button type="submit" className="gw-button" disabled={busy || reason.trim() === ''} data-cy="gw-map-run">
          Make the dose again
        </button>
        {chosen && (
          <button
            type="button"
            className="gw-button gw-button-quiet"
            disabled={busy}
            data-cy="gw-map-scans"
            onClick={() => void course.actions.chooseMapPattern(null, '')}
          >
            By the scans again
          </button>
        )}
      </form>
    </details>
  );
}
