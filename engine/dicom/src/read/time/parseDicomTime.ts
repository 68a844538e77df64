import { GraywiseError } from '@graywise/physics';
import type { LocalMoment } from './LocalMoment.js';

const DAY = 86400;
const ZONE = /^([+-])(\d{2})(\d{2})$/;

/** Minutes east of UTC of a zone such as +0100 (PS3.3 C.12.1.1.8); null for no text. Throws GW_DATE_TIME for any other form. */
export function parseZone(text: string | null, where: string): number | null {
  if (text === null) return null;
  const match = ZONE.exec(text);
  const minutes = Number(match?.[2]) * 60 + Number(match?.[3]);
  if (!match || minutes > 14 * 60) throw new GraywiseError('GW_DATE_TIME', { where: `${where} (zone)`, found: text });
  return match[1] === '-' ? -minutes : minutes;
}

/** Seconds since 1970 of a DA value (YYYYMMDD, also the retired YYYY.MM.DD). Throws GW_DATE_TIME. */
export function parseDate(text: string, where: string): number {
  const match = /^(\d{4})\.?(\d{2})\.?(\d{2})$/.exec(text);
  const iso = match ? `${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}` : '';
  const milliseconds = match ? Date.parse(`${iso}T00:00:00Z`) : NaN;
  // Date.parse carries 30 February over into March: compare what comes back.
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 10) !== iso)
    throw new GraywiseError('GW_DATE_TIME', { where, found: text });
  return milliseconds / 1000;
}

/** Seconds since midnight of a TM value (HHMMSS.FFFFFF, minutes and seconds may lack, also the retired HH:MM:SS). Throws GW_DATE_TIME. */
export function parseTime(text: string, where: string): number {
  const match = /^(\d{2}):?(?:(\d{2}):?(?:(\d{2}(?:\.\d+)?))?)?$/.exec(text);
  const [hour, minute, second] = [Number(match?.[1]), Number(match?.[2] ?? 0), Number(match?.[3] ?? 0)];
  if (!match || hour > 23 || minute > 59 || second >= 61) throw new GraywiseError('GW_DATE_TIME', { where, found: text });
  return hour * 3600 + minute * 60 + second;
}

/** A DT value: YYYYMMDDHHMMSS.FFFFFF&ZZXX with at least the hour. Its own zone comes before `offsetMinutes`, the zone of the object. Throws GW_DATE_TIME. */
export function parseDateTime(text: string, offsetMinutes: number | null, where: string): LocalMoment {
  const match = /^(\d{8})(\d{2}(?:\d{2}(?:\d{2}(?:\.\d{1,6})?)?)?)([+-]\d{4})?$/.exec(text);
  if (!match) throw new GraywiseError('GW_DATE_TIME', { where, found: text });
  return {
    wallSeconds: parseDate(match[1] ?? '', where) + parseTime(match[2] ?? '', where),
    offsetMinutes: parseZone(match[3] ?? null, where) ?? offsetMinutes,
  };
}

/** `moment` moved by whole days so that it lies closest to `reference`: for a time of day whose date is known only from something near it. */
export function nearestDay(timeOfDay: number, reference: LocalMoment): LocalMoment {
  const midnight = Math.floor(reference.wallSeconds / DAY) * DAY;
  const days = Math.round((reference.wallSeconds - (midnight + timeOfDay)) / DAY);
  return { wallSeconds: midnight + timeOfDay + days * DAY, offsetMinutes: reference.offsetMinutes };
}
