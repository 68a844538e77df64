import { GraywiseError } from '../errors/GraywiseError.js';
import type { Second } from './quantity.js';

/**
 * A moment with its date and its zone; never a time of day.
 *
 * `epochSeconds`: seconds since 1970-01-01T00:00:00Z, fractions kept. `offsetMinutes`: the zone it was stated in, east positive.
 */
export interface Instant {
  readonly epochSeconds: number;
  readonly offsetMinutes: number;
}

/** Signed seconds from `from` to `to`. Negative when `to` is earlier. */
export function secondsBetween(from: Instant, to: Instant): number {
  return to.epochSeconds - from.epochSeconds;
}

/** The instant `seconds` after `instant` (before, when negative), stated in the same zone. */
export function instantAfter(instant: Instant, seconds: number | Second): Instant {
  return { epochSeconds: instant.epochSeconds + seconds, offsetMinutes: instant.offsetMinutes };
}

/** Parses ISO 8601 with an explicit zone, such as 2026-03-02T09:10:00+00:00. Throws GW_DATE_TIME when date, time or zone is missing. */
export function parseInstant(text: string, where = 'the facts file'): Instant {
  const match = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.exec(text.trim());
  const milliseconds = match ? Date.parse(text.trim()) : NaN;
  if (!match || Number.isNaN(milliseconds)) throw new GraywiseError('GW_DATE_TIME', { where, found: text });
  return { epochSeconds: milliseconds / 1000, offsetMinutes: zoneMinutes(match[1] ?? 'Z') };
}

/** ISO 8601 to the second, in the zone the instant was stated in. */
export function formatInstant(instant: Instant): string {
  const local = new Date(Math.round(instant.epochSeconds + instant.offsetMinutes * 60) * 1000).toISOString().slice(0, 19);
  const sign = instant.offsetMinutes < 0 ? '-' : '+';
  const size = Math.abs(instant.offsetMinutes);
  return `${local}${sign}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
}

function zoneMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const digits = zone.replace(':', '');
  return (digits.startsWith('-') ? -1 : 1) * (Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5)));
}
