import type { CyclePlan } from '@graywise/physics';

/** What the protocol asks for and the cycles or the plan lack or do otherwise, in the words of the record; nothing where nothing was found. */
export function ProtocolFindings({ plan: { protocolFindings = [] } }: { readonly plan: CyclePlan }) {
  if (protocolFindings.length === 0) return null;
  return (
    <section data-cy="gw-protocol-findings">
      <h4 className="gw-subtitle">Missing or different from the protocol</h4>
      <ul className="gw-list">
        {protocolFindings.map(({ kind, text }) => (
          <li key={text} data-kind={kind}>
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
