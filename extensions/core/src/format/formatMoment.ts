import type { Instant } from '@graywise/physics';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A moment as people write it, in the zone it was stated in: 22 Nov 2026 14:05. */
export function formatMoment(instant: Instant): string {
  const local = new Date((instant.epochSeconds + instant.offsetMinutes * 60) * 1000);
  const time = local.toISOString().slice(11, 16);
  return `${String(local.getUTCDate())} ${MONTHS[local.getUTCMonth()] ?? ''} ${String(local.getUTCFullYear())} ${time}`;
}
