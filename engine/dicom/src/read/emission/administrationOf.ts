import { becquerel, log, nuclideData, type Becquerel, type Instant } from '@graywise/physics';
import type { StatedAdministration } from '../../model/importedStudy.js';
import type { Dataset } from '../../part10/Dataset.js';
import type { ParsedObject } from '../../part10/parsePart10.js';
import { instantOfMoment, type LocalMoment } from '../time/LocalMoment.js';
import { nearestDay, parseDateTime, parseTime, parseZone } from '../time/parseDicomTime.js';

/** A nuclide that decays faster than this is imaged on the day of its injection, so a time of day without a date is enough. */
const SAME_DAY_HALF_LIFE_SECONDS = 12 * 3600;
/** No administration is larger (Bq) than the first or smaller than the second: tells MBq from Bq where a program wrote the other. */
const LARGEST_BECQUEREL = 1e12;
const SMALLEST_BECQUEREL = 1e5;
const DAY = 86400;

/** An administration as the object states it, with the sentences for what was taken for granted. */
export interface AdministrationFound {
  readonly administration: StatedAdministration;
  readonly notes: readonly string[];
}

/**
 * Reads the administration from RadiopharmaceuticalInformationSequence. RadiopharmaceuticalStartTime alone has no date: DecayFactor tells the day when
 * decay is corrected to the administration; for short-lived nuclides it is the day of the acquisition (the day before when it is later than the
 * scan); for all others it is left unstated (null).
 *
 * RadionuclideTotalDose is in MBq in an NM object and in Bq in a PET object (PS3.3 C.8.4.10, C.8.9.2). Throws GW_DATE_TIME for malformed times.
 */
export function administrationOf(
  object: ParsedObject,
  modality: 'NM' | 'PT',
  acquired: LocalMoment,
  nuclide: string | null,
  assumedOffsetMinutes: number,
): AdministrationFound {
  const drug = object.dataset.item('RadiopharmaceuticalInformationSequence');
  if (!drug) return { administration: { start: null, end: null, activity: null }, notes: [] };
  const zone = parseZone(object.dataset.text('TimezoneOffsetFromUTC'), object.file.name);
  const halfLifeSeconds = knownHalfLife(drug.number('RadionuclideHalfLife'), nuclide);
  const startMoment = startOf(object, drug, acquired, zone, halfLifeSeconds);
  const start = startMoment ? instantOfMoment(startMoment, assumedOffsetMinutes) : null;
  const { activity, note } = activityOf(drug.number('RadionuclideTotalDose'), modality);
  return {
    administration: { start, end: endOf(drug, startMoment, zone, assumedOffsetMinutes, object.file.name), activity },
    notes: note ? [note] : [],
  };
}

function startOf(
  { dataset, file }: ParsedObject,
  drug: Dataset,
  acquired: LocalMoment,
  zone: number | null,
  halfLifeSeconds: number,
): LocalMoment | null {
  const whole = drug.text('RadiopharmaceuticalStartDateTime');
  if (whole !== null) return parseDateTime(whole, zone, `RadiopharmaceuticalStartDateTime of ${file.name}`);
  const text = drug.text('RadiopharmaceuticalStartTime');
  if (text === null) return null;
  const time = parseTime(text, `RadiopharmaceuticalStartTime of ${file.name}`);
  const factor = dataset.number('DecayFactor') ?? 0;
  if (dataset.text('DecayCorrection') === 'ADMIN' && factor > 1 && Number.isFinite(halfLifeSeconds)) {
    return nearestDay(time, { ...acquired, wallSeconds: acquired.wallSeconds - (log(factor) / Math.LN2) * halfLifeSeconds });
  }
  if (halfLifeSeconds >= SAME_DAY_HALF_LIFE_SECONDS) return null;
  const sameDay = Math.floor(acquired.wallSeconds / DAY) * DAY + time;
  return { wallSeconds: sameDay > acquired.wallSeconds ? sameDay - DAY : sameDay, offsetMinutes: acquired.offsetMinutes };
}

function endOf(drug: Dataset, start: LocalMoment | null, zone: number | null, assumedOffsetMinutes: number, where: string): Instant | null {
  const whole = drug.text('RadiopharmaceuticalStopDateTime');
  if (whole !== null)
    return instantOfMoment(parseDateTime(whole, zone, `RadiopharmaceuticalStopDateTime of ${where}`), assumedOffsetMinutes);
  const time = drug.text('RadiopharmaceuticalStopTime');
  if (time === null || !start) return null;
  const sameDay = Math.floor(start.wallSeconds / DAY) * DAY + parseTime(time, `RadiopharmaceuticalStopTime of ${where}`);
  const wallSeconds = sameDay < start.wallSeconds ? sameDay + DAY : sameDay;
  return instantOfMoment({ wallSeconds, offsetMinutes: start.offsetMinutes }, assumedOffsetMinutes);
}

/** Half-life in s as stated, else of the decay table; infinite when neither knows. */
function knownHalfLife(stated: number | null, nuclide: string | null): number {
  if (stated !== null && stated > 0) return stated;
  try {
    return nuclide === null ? Infinity : nuclideData(nuclide).halfLife;
  } catch {
    return Infinity;
  }
}

function activityOf(dose: number | null, modality: 'NM' | 'PT'): { activity: Becquerel | null; note: string | null } {
  if (dose === null || dose <= 0) return { activity: null, note: null };
  const stated = modality === 'NM' ? dose * 1e6 : dose;
  if (modality === 'NM' && stated > LARGEST_BECQUEREL)
    return {
      activity: becquerel(dose),
      note: `RadionuclideTotalDose ${dose.toString()} of an NM object was read in Bq: in MBq no patient could have it.`,
    };
  if (modality === 'PT' && stated < SMALLEST_BECQUEREL)
    return {
      activity: becquerel(dose * 1e6),
      note: `RadionuclideTotalDose ${dose.toString()} of a PET object was read in MBq: in Bq nothing could be seen of it.`,
    };
  return { activity: becquerel(stated), note: null };
}
