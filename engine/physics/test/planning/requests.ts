import { gray, type DoseLimit, type DoseTarget, type PlanRequest } from '@graywise/physics';

export const limit = (
  region: string,
  value: number,
  quantity: DoseLimit['quantity'] = 'absorbed dose',
  more: Partial<DoseLimit> = {},
): DoseLimit => ({ region, value: gray(value), quantity, source: 'test', ...more });

export const target = (region: string, value: number, more: Partial<DoseTarget> = {}): DoseTarget => ({
  region,
  value: gray(value),
  source: 'test',
  ...more,
});

/** Cycle 2, the last one, without limits, targets, risk and cap, but for `parts`. */
export const request = (parts: Partial<PlanRequest>): PlanRequest => ({
  cycle: 2,
  cyclesLeft: 1,
  limits: [],
  targets: [],
  riskAccepted: null,
  activityCap: null,
  ...parts,
});

export const gbq = (value: number) => value / 1e9;

/** A request with three cycles to come. */
export const threeCyclesLeft = (parts: Partial<PlanRequest>): PlanRequest => request({ cyclesLeft: 3, ...parts });

/** What a refusal of this code matches. */
export const refusal = (code: string): Error => expect.objectContaining({ code }) as Error;
