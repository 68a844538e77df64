import type { Instant } from '@graywise/physics';
import { parseInstant } from '@graywise/physics';

/** The moment that a form field of type datetime-local states, in a zone given as minutes east. Throws GW_DATE_TIME when it is not complete. */
export function instantOfField(text: string, offsetMinutes: number, where: string): Instant {
  const sign = offsetMinutes < 0 ? '-' : '+';
  const size = Math.abs(offsetMinutes);
  const zone = `${sign}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
  return parseInstant(`${text}${zone}`, where);
}
