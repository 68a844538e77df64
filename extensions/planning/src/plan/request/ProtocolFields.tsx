import { protocolRequest, shippedProtocols, type PlanRequest, type TherapyProtocol } from '@graywise/physics';
import { protocolScans } from './protocolScans.js';
import { SourceMark } from './SourceMark.js';

interface ProtocolFieldsProps {
  readonly draft: PlanRequest;
  readonly onChange: (change: Partial<PlanRequest>) => void;
}

/** The protocol that the course follows, with its scans. Another one brings its own limits. */
export function ProtocolFields({ draft, onChange }: ProtocolFieldsProps) {
  const protocol = shippedProtocols().find(({ id }) => id === draft.protocol);
  const choose = (id: string): void => {
    const chosen = shippedProtocols().find(one => one.id === id);
    if (!chosen) onChange({ protocol: '' });
    else onChange(withLimitsOf(chosen, draft));
  };
  return (
    <div>
      <label className="gw-field">
        Protocol
        <select className="gw-input" value={draft.protocol ?? ''} data-cy="gw-protocol" onChange={event => choose(event.target.value)}>
          <option value="">none</option>
          {shippedProtocols().map(one => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
      </label>
      {protocol && (
        <details className="gw-details" data-cy="gw-protocol-scans">
          <summary>{protocolScans(protocol, draft.cycle)}</summary>
          <SourceMark stated={protocol.imaging} />
        </details>
      )}
    </div>
  );
}

/** What is stated of regions goes with the protocol that suggested it. */
function withLimitsOf(protocol: TherapyProtocol, draft: PlanRequest): Partial<PlanRequest> {
  const kept = draft.limits.filter(({ confirmed }) => confirmed !== false);
  const { limits } = protocolRequest(protocol, { ...draft, limits: [], targets: [] });
  const others = limits.filter(({ region }) => !kept.some(limit => limit.region === region));
  return {
    protocol: protocol.id,
    limits: [...kept, ...others],
    cyclesLeft: Math.max(1, protocol.cycles.number - draft.cycle + 1),
    ...(draft.radiopharmaceutical !== undefined && { radiopharmaceutical: protocol.radiopharmaceutical }),
  };
}
