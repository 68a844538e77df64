import type { ProtocolLimit, ProtocolTarget, Provenance, TherapyProtocol } from '@graywise/physics';

const HOUR = 3600;
const WEEK = 604800;

/** A protocol in the form in which `parseProtocol` reads it. */
export function protocolJson(protocol: TherapyProtocol): object {
  const { label, cycles, imaging, trend } = protocol;
  return {
    ...protocol,
    label: label && { activity_MBq: label.activity / 1e6, ...provenance(label) },
    cycles: {
      number: cycles.number,
      interval_weeks: cycles.interval / WEEK,
      intervalTolerance_weeks: cycles.intervalTolerance / WEEK,
      ...provenance(cycles),
    },
    imaging: {
      firstCycle_h: imaging.firstCycle.map(time => time / HOUR),
      laterCycles_h: imaging.laterCycles.map(window => window.map(time => time / HOUR)),
      toleranceRelative: imaging.toleranceRelative,
      ...provenance(imaging),
    },
    limits: protocol.limits.map(limit => ({ ...bound(limit), per: limit.per ?? 'course' })),
    targets: protocol.targets.map(bound),
    radiobiology: protocol.radiobiology.map(entry => ({
      region: entry.region,
      alphaBeta_Gy: entry.alphaBetaGy,
      repairHalfTime_h: entry.repairHalfTime / HOUR,
      ...provenance(entry),
    })),
    trend: trend && { organs_perCycle: trend.organs, lesions_perCycle: trend.lesions, ...provenance(trend) },
  };
}

function bound(entry: ProtocolLimit | ProtocolTarget): object {
  const { region, value, quantity = 'absorbed dose', byDefault, note } = entry;
  return { region, value_Gy: value, quantity, byDefault, note, ...provenance(entry) };
}

function provenance({ source, certainty, confirmed }: Provenance): Provenance {
  return { source, certainty, confirmed };
}
