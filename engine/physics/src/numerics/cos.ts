import { quarterTurns } from './quarterTurns.js';

/** The cosine of an angle in rad, the same bits on every machine (see `exp`). For angles up to about a million turns. */
export function cos(angle: number): number {
  return quarterTurns(angle).cosine;
}
