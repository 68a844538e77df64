import type { Instant } from '@graywise/physics';

/** A moment as the text of a form field of type datetime-local, in its own zone, to the minute. */
export function fieldOfInstant(instant: Instant): string {
  return new Date((instant.epochSeconds + instant.offsetMinutes * 60) * 1000).toISOString().slice(0, 16);
}
