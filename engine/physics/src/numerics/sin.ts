import { quarterTurns } from './quarterTurns.js';

/** The sine of an angle in rad, the same bits on every machine (see `exp`). For angles up to about a million turns. */
export function sin(angle: number): number {
  return quarterTurns(angle).sine;
}
