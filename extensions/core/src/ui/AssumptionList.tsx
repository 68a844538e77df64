import type { Assumption } from '@graywise/physics';

/** What was taken for true. */
export function AssumptionList({ assumptions }: { readonly assumptions: readonly Assumption[] }) {
  if (assumptions.length === 0) return null;
  return (
    <section>
      <h4 className="gw-subtitle">Assumed</h4>
      <ul className="gw-list" data-cy="gw-assumptions">
        {assumptions.map((assumption, index) => (
          <li key={index}>{assumption.text}</li>
        ))}
      </ul>
    </section>
  );
}
