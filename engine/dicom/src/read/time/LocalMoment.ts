import type { Instant } from '@graywise/physics';

/** A date and time as an object states it: seconds since 1970 as if the clock on the wall were UTC, and the zone when one is stated. */
export interface LocalMoment {
  readonly wallSeconds: number;
  readonly offsetMinutes: number | null;
}

/** The instant of a moment; `assumedOffsetMinutes` is the zone for a moment that states none. */
export function instantOfMoment(moment: LocalMoment, assumedOffsetMinutes: number): Instant {
  const offsetMinutes = moment.offsetMinutes ?? assumedOffsetMinutes;
  return { epochSeconds: moment.wallSeconds - offsetMinutes * 60, offsetMinutes };
}
