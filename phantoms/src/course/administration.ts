import { decayFactor, instantAfter, parseInstant, type Instant, type Second } from '@graywise/physics';
import { randomSource } from '../random/randomSource.js';

/** An activity at a moment, MBq. */
export interface Assay {
  readonly activityMbq: number;
  readonly at: Instant;
}

/** What was drawn up, what was left in the vial, and when it was given. */
export interface PhantomAdministration {
  readonly preAssay: Assay;
  readonly residual: Assay;
  readonly start: Instant;
  readonly end: Instant;
  /** Net activity at the start, Bq: assayed less residual, both brought to the start. */
  readonly netBq: number;
}

/** Mornings of the two administrations, eight weeks apart; between them the clocks of the hospital went forward. */
const MORNINGS = { 1: '2026-03-02T10:00:00+00:00', 2: '2026-04-27T10:00:00+01:00' } as const;
const INFUSION_S = 1800;

/** The administration of a cycle: 7.4 GBq of 177Lu-DOTATATE within a few per cent. */
export function administration(seed: number, cycle: 1 | 2, halfLife: Second): PhantomAdministration {
  const random = randomSource(seed, 'administration', `cycle ${cycle}`);
  const minutes = (least: number, greatest: number): number => 60 * Math.round(random.between(least, greatest));
  const start = instantAfter(parseInstant(MORNINGS[cycle]), minutes(0, 40));
  const preAssay = { activityMbq: Math.round(random.between(7350, 7600) * 10) / 10, at: instantAfter(start, -minutes(20, 40)) };
  const residual = { activityMbq: Math.round(random.between(20, 60) * 10) / 10, at: instantAfter(start, minutes(45, 60)) };
  const atStart = ({ activityMbq, at }: Assay): number => activityMbq * 1e6 * decayFactor(halfLife, start.epochSeconds - at.epochSeconds);
  return { preAssay, residual, start, end: instantAfter(start, INFUSION_S), netBq: atStart(preAssay) - atStart(residual) };
}
