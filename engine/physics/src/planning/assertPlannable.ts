import { GraywiseError } from '../errors/GraywiseError.js';
import type { PlanRequest } from '../record/cyclePlan.js';

/** Throws GW_USAGE for cycles, a risk, a probability, a body mass or a trend out of range, GW_LIMIT_INVALID for a limit or target that is not above 0. */
export function assertPlannable(request: PlanRequest): void {
  const { cycle, cyclesLeft, riskAccepted, limits, targets } = request;
  if (!Number.isInteger(cycle) || cycle < 1) refuse('a cycle of 1 or more', cycle);
  if (!Number.isInteger(cyclesLeft) || cyclesLeft < 1) refuse('one cycle left or more', cyclesLeft);
  if (riskAccepted !== null && !isShare(riskAccepted)) refuse('a risk between 0 and 1', riskAccepted);
  for (const { region, value } of [...limits, ...targets])
    if (!(value > 0)) throw new GraywiseError('GW_LIMIT_INVALID', { found: `${region}:${String(value)}Gy` });
  for (const { probability } of targets)
    if (typeof probability === 'number' && !isShare(probability)) refuse('a probability between 0 and 1', probability);
  assertStatedValues(request);
}

function assertStatedValues({ perBodyMass, trend, radiobiology = [] }: PlanRequest): void {
  if (perBodyMass && !(perBodyMass.bodyMassKg > 0 && perBodyMass.becquerelPerKilogram > 0))
    refuse('a body mass above 0', perBodyMass.bodyMassKg);
  if (trend && !(trend.organs > -1 && trend.lesions > -1)) refuse('a change above -100 %', Math.min(trend.organs, trend.lesions));
  for (const { alphaBetaGy, repairHalfTime } of radiobiology)
    if (!(alphaBetaGy > 0 && repairHalfTime > 0))
      refuse('alpha/beta and a repair half-time above 0', Math.min(alphaBetaGy, repairHalfTime));
}

function isShare(value: number): boolean {
  return value > 0 && value < 1;
}

function refuse(expected: string, found: number): never {
  throw new GraywiseError('GW_USAGE', { expected, found });
}
