import { useCourse } from '@graywise/extension-core';
import { protocolRequest, shippedProtocols, type DoseLimit, type PlanRequest, type TherapyProtocol } from '@graywise/physics';
import { plannableLimits } from '../plannableLimits.js';
import { verifiedCycles } from '../verifiedCycles.js';
import { protocolScans } from './protocolScans.js';
import { SourceMark } from './SourceMark.js';

interface ProtocolFieldsProps {
  readonly draft: PlanRequest;
  readonly onChange: (change: Partial<PlanRequest>) => void;
}

/** The protocol that the course follows, with its scans. Another one brings its own limits. */
export function ProtocolFields({ draft, onChange }: ProtocolFieldsProps) {
  const { state } = useCourse();
  const protocol = shippedProtocols().find(({ id }) => id === draft.protocol);
  const plannable = (request: PlanRequest): readonly DoseLimit[] =>
    plannableLimits(request, verifiedCycles(state.overview).at(-1), state.overview?.facts.priors ?? []);
  const choose = (id: string): void => {
    const chosen = shippedProtocols().find(one => one.id === id);
    if (!chosen) onChange({ protocol: '' });
    else onChange(withLimitsOf(chosen, draft, plannable));
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
function withLimitsOf(
  protocol: TherapyProtocol,
  draft: PlanRequest,
  plannable: (request: PlanRequest) => readonly DoseLimit[],
): Partial<PlanRequest> {
  const given = draft.radiopharmaceutical === undefined ? {} : { radiopharmaceutical: protocol.radiopharmaceutical };
  const kept = draft.limits.filter(({ confirmed }) => confirmed !== false);
  const limits = plannable(protocolRequest(protocol, { ...draft, ...given, limits: [], targets: [] }));
  const others = limits.filter(({ region }) => !kept.some(limit => limit.region === region));
  return {
    ...given,
    protocol: protocol.id,
    limits: [...kept, ...others],
    cyclesLeft: Math.max(1, protocol.cycles.number - draft.cycle + 1),
  };
}
