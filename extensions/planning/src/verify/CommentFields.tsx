import { knownVerification, missingComments, useCourse } from '@graywise/extension-core';
import { type Comparison, courseRegions } from '@graywise/physics';
import { useState } from 'react';

/** A field for every region whose dose is outside the expected 95 % range. Without them the record cannot be signed. */
export function CommentFields() {
  const { state } = useCourse();
  const known = knownVerification(state);
  const outside = (known.comparisons ?? []).filter(({ verdict }) => verdict === 'outside');
  const names = [...new Set(outside.map(({ region }) => region))];
  if (names.length === 0) return null;
  const missing = missingComments(known);
  return (
    <section className="gw-stack" data-cy="gw-comments">
      <h4 className="gw-subtitle">Outside the expected range: your comment</h4>
      <p className="gw-quiet">
        Being outside does not mean that the dose is wrong. It needs a word of explanation before the record is signed.
      </p>
      {names.map(name => (
        <CommentField
          key={name}
          region={name}
          label={courseRegions(known).find(one => one.name === name)?.label ?? name}
          comparisons={outside}
        />
      ))}
      {missing.length > 0 && (
        <p className="gw-note gw-note-amber" data-cy="gw-comments-missing">
          <span aria-hidden="true" className="gw-sign">
            ⚠
          </span>
          <span>A comment is missing: {missing.join(', ')}.</span>
        </p>
      )}
    </section>
  );
}

interface CommentFieldProps {
  readonly region: string;
  readonly label: string;
  readonly comparisons: readonly Comparison[];
}

function CommentField({ region, label, comparisons }: CommentFieldProps) {
  const { state, course } = useCourse();
  const kept = knownVerification(state).comments?.find(comment => comment.region === region)?.text ?? '';
  const [text, setText] = useState(kept);
  const sentences = comparisons.filter(one => one.region === region).map(({ sentence }) => sentence);
  if (state.stored)
    return (
      <p data-cy={`gw-comment-${region}`}>
        {sentences.join(' ')} Comment: {kept}
      </p>
    );
  return (
    <form
      className="gw-form"
      onSubmit={event => {
        event.preventDefault();
        void course.actions.commentOn(region, text);
      }}
    >
      <label className="gw-field">
        {sentences.join(' ') || label}
        <textarea
          className="gw-input"
          rows={2}
          value={text}
          aria-label={`Comment on the dose of ${label}`}
          data-cy={`gw-comment-${region}`}
          onChange={event => setText(event.target.value)}
        />
      </label>
      <button
        type="submit"
        className="gw-button"
        disabled={text.trim() === kept || state.running !== null}
        data-cy={`gw-keep-comment-${region}`}
      >
        {text.trim() === kept && kept !== '' ? '✓ Kept' : 'Keep this comment'}
      </button>
    </form>
  );
}
