import type { Running } from '../state/courseState.js';

/** Seconds that the running stage still needs if it goes on as it did; null while nobody can say. */
export function secondsLeft(running: Pick<Running, 'fraction' | 'startedAt'>, nowMilliseconds: number): number | null {
  const elapsed = (nowMilliseconds - running.startedAt) / 1000;
  if (running.fraction < 0.03 || elapsed < 1) return null;
  return (elapsed * (1 - running.fraction)) / running.fraction;
}
