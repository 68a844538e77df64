import { inMegabecquerel, type Becquerel } from '../quantities/quantity.js';
import type { PlanRequest, ProtocolFinding } from '../record/cyclePlan.js';
import type { TherapyProtocol } from './therapyProtocol.js';

const STANDARDISED = 1.25;

/** Where a plan leaves its protocol (rule P15): limits that the protocol applies by default, the number of cycles, an activity more than 25 % above the label. What a centre must confirm is named as suggested. */
export function planFindings(protocol: TherapyProtocol, request: PlanRequest, activity: Becquerel): ProtocolFinding[] {
  const missing = protocol.limits.filter(({ byDefault, region }) => byDefault && !request.limits.some(limit => limit.region === region));
  const inAll = request.cycle - 1 + request.cyclesLeft;
  const { cycles } = protocol;
  return [
    ...missing.map(({ region, value, source, confirmed }): ProtocolFinding => ({
      kind: 'limit missing',
      text: `The protocol limits ${region} to ${String(value)} Gy (${suggested(confirmed)}${source}); the plan has no limit on it.`,
    })),
    ...(inAll === cycles.number
      ? []
      : [
          {
            kind: 'cycles' as const,
            text: `The protocol has ${String(cycles.number)} cycles (${suggested(cycles.confirmed)}${cycles.source}), the plan ${String(inAll)}.`,
          },
        ]),
    ...(protocol.label && activity > STANDARDISED * protocol.label.activity
      ? [
          {
            kind: 'activity' as const,
            text: `More than 25 % above the ${inMegabecquerel(protocol.label.activity).toFixed(0)} MBq of the label (${suggested(protocol.label.confirmed)}${protocol.label.source}). ${protocol.nonStandardised}`,
          },
        ]
      : []),
  ];
}

function suggested(confirmed: boolean): string {
  return confirmed ? '' : 'suggested: ';
}
