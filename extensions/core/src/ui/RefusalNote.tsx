import type { Refusal } from '@graywise/course';

/** Why it cannot go on, and what to do. */
export function RefusalNote({ refusal }: { readonly refusal: Refusal }) {
  return (
    <div className="gw-note gw-note-red" role="alert" data-cy="gw-refusal" data-code={refusal.code}>
      <span aria-hidden="true" className="gw-sign">
        ✕
      </span>
      <span>
        <strong>{refusal.message}</strong> {refusal.hint} <small className="gw-code">{refusal.code}</small>
      </span>
    </div>
  );
}
