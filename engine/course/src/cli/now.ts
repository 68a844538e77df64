import type { Instant } from '@graywise/physics';

/** The present moment in the zone of this machine. */
export function now(): Instant {
  const date = new Date();
  return { epochSeconds: Math.floor(date.getTime() / 1000), offsetMinutes: -date.getTimezoneOffset() };
}
