import { useCourse } from '@graywise/extension-core';
import type { Facts } from '@graywise/physics';

/** What is stored already, each with a way to take it out. `none` stands where nothing is. */
export function StoredFacts({
  none,
  entries,
}: {
  readonly none: string;
  readonly entries: readonly { readonly words: string; readonly without: (facts: Facts) => Facts }[];
}) {
  const { state, course } = useCourse();
  const { overview } = state;
  if (!overview) return null;
  return (
    <>
      <p className="gw-quiet">{entries.length === 0 ? none : 'Stored:'}</p>
      <ul className="gw-list">
        {entries.map(({ words, without }) => (
          <li key={words}>
            {words}{' '}
            <button
              type="button"
              className="gw-button"
              disabled={state.running !== null}
              onClick={() => void course.actions.storeFacts(without(overview.facts))}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
