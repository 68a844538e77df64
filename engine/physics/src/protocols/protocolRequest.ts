import type { PlanRequest } from '../record/cyclePlan.js';
import type { TherapyProtocol } from './therapyProtocol.js';

/**
 * A request with what its protocol fills in: the limits and targets that apply by default where the request has none at all, and the protocol's name. The
 * limit on the marrow, which is seldom measured, may rest on the population. Suggested values stay marked as such.
 */
export function protocolRequest(protocol: TherapyProtocol, request: PlanRequest): PlanRequest {
  const limits = protocol.limits.filter(({ byDefault }) => byDefault);
  const targets = protocol.targets.filter(({ byDefault }) => byDefault);
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
  };
}
