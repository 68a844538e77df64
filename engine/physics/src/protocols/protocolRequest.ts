import { statedRadiobiology } from '../radiobiology/statedRadiobiology.js';
import type { CycleTrend, PlanRequest, StatedRadiobiology } from '../record/cyclePlan.js';
import type { TherapyProtocol } from './therapyProtocol.js';

/**
 * A request with what its protocol fills in (rule P15): its name; the limits and targets that apply by default, where the request has none at all; the
 * radiobiology of regions for which the request states none; the change from cycle to cycle, where the request says nothing of one. What a person states
 * stays, and so does a trend of null, which is none. The limit on the marrow, which is seldom measured, may rest on the population. Every value keeps its
 * source, and a suggested one stays marked as such.
 */
export function protocolRequest(protocol: TherapyProtocol, request: PlanRequest): PlanRequest {
  const limits = protocol.limits.filter(({ byDefault }) => byDefault);
  const targets = protocol.targets.filter(({ byDefault }) => byDefault);
  const radiobiology = radiobiologyWith(protocol, request.radiobiology ?? []);
  return {
    ...request,
    protocol: protocol.id,
    limits:
      request.limits.length > 0
        ? request.limits
        : limits.map(({ region, value, quantity, per, source, confirmed }) => ({
            region,
            value,
            quantity,
            source,
            confirmed,
            populationAllowed: region === 'red-marrow',
            ...(per === 'cycle' && { per }),
          })),
    targets:
      request.targets.length > 0
        ? request.targets
        : targets.map(({ region, value, source, confirmed, quantity }) => ({
            region,
            value,
            source,
            confirmed,
            ...(quantity && { quantity }),
          })),
    ...(radiobiology.length > 0 && { radiobiology }),
    ...(request.trend === undefined && protocol.trend && { trend: trendOf(protocol.trend) }),
  };
}

/** What the request states, and what the protocol has for other regions. */
function radiobiologyWith(protocol: TherapyProtocol, stated: readonly StatedRadiobiology[]): readonly StatedRadiobiology[] {
  const others = protocol.radiobiology.filter(({ region }) => statedRadiobiology(region, stated) === null);
  return [
    ...stated,
    ...others.map(({ region, alphaBetaGy, repairHalfTime, source, confirmed }) => ({
      region,
      alphaBetaGy,
      repairHalfTime,
      source,
      confirmed,
    })),
  ];
}

function trendOf({ organs, lesions, source, confirmed }: CycleTrend): CycleTrend {
  return { organs, lesions, source, confirmed };
}
