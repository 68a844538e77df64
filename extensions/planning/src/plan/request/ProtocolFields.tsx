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

/** The protocol that the course follows, with its scans. Another one brings its own limits, radiobiology and change from cycle to cycle. */
export function ProtocolFields({ draft, onChange }: ProtocolFieldsProps) {
  const { state } = useCourse();
  const protocol = shippedProtocols().find(({ id }) => id === draft.protocol);
  const plannable = (request: PlanRequest): readonly DoseLimit[] =>
    plannableLimits(request, verifiedCycles(state.overview).at(-1), state.overview?.facts.priors ?? []);
  const choose = (id: string): void => {
    const chosen = shippedProtocols().find(one => one.id === id);
    const own = statedByPersons(draft);
    onChange(chosen ? withValuesOf(chosen, { ...draft, ...own }, plannable) : { ...own, protocol: '' });
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

/** What the protocol of before suggested of kinetics and radiobiology goes with it. */
function statedByPersons({ radiobiology = [], trend }: PlanRequest): Pick<PlanRequest, 'radiobiology' | 'trend'> {
  return { radiobiology: radiobiology.filter(({ confirmed }) => confirmed), trend: trend?.confirmed === false ? undefined : trend };
}

/** Limits that the protocol of before suggested go with it. */
function withValuesOf(
  protocol: TherapyProtocol,
  draft: PlanRequest,
  plannable: (request: PlanRequest) => readonly DoseLimit[],
): Partial<PlanRequest> {
  const given = draft.radiopharmaceutical === undefined ? {} : { radiopharmaceutical: protocol.radiopharmaceutical };
  const kept = draft.limits.filter(({ confirmed }) => confirmed !== false);
  const filled = protocolRequest(protocol, { ...draft, ...given, limits: [], targets: [] });
  const others = plannable(filled).filter(({ region }) => !kept.some(limit => limit.region === region));
  return {
    ...given,
    protocol: protocol.id,
    radiobiology: filled.radiobiology ?? [],
    trend: filled.trend,
    limits: [...kept, ...others],
    ...(draft.cyclesSource?.confirmed === false && {
      cyclesLeft: Math.max(1, protocol.cycles.number - draft.cycle + 1),
      cyclesSource: { source: protocol.cycles.source, confirmed: protocol.cycles.confirmed },
    }),
  };
}
