import { RefusalNote, useCourse } from '@graywise/extension-core';
import { GraywiseError, type Facts } from '@graywise/physics';
import { useState, type ReactNode } from 'react';

/** The frame of a form that states facts: what is wrong is said below its fields, before anything is stored; what is right goes to the archive. */
export function FactsForm({
  factsWith,
  dataCy,
  children,
}: {
  /** The stored facts with those of the form. Throws GraywiseError for what is missing or wrong. */
  readonly factsWith: (stored: Facts) => Facts;
  readonly dataCy: string;
  readonly children: ReactNode;
}) {
  const { state, course } = useCourse();
  const [fault, setFault] = useState<GraywiseError | null>(null);
  const { overview } = state;
  if (!overview) return null;
  const save = (): void => {
    try {
      const facts = factsWith(overview.facts);
      setFault(null);
      void course.actions.storeFacts(facts);
    } catch (found) {
      if (!(found instanceof GraywiseError)) throw found;
      setFault(found);
    }
  };
  return (
    <form
      className="gw-form"
      onSubmit={event => {
        event.preventDefault();
        save();
      }}
    >
      {children}
      {fault && <RefusalNote refusal={fault} />}
      <button type="submit" className="gw-button" disabled={state.running !== null} data-cy={dataCy}>
        Store these facts
      </button>
    </form>
  );
}
