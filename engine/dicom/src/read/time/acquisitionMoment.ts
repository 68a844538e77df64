import { GraywiseError } from '@graywise/physics';
import type { ParsedObject } from '../../part10/parsePart10.js';
import type { LocalMoment } from './LocalMoment.js';
import { nearestDay, parseDate, parseDateTime, parseTime, parseZone } from './parseDicomTime.js';

/**
 * When the acquisition of an object started. In this order: AcquisitionDateTime, AcquisitionDate with AcquisitionTime, the earliest
 * FrameAcquisitionDateTime, AcquisitionTime on the day nearest to the series, SeriesDate with SeriesTime.
 *
 * ContentDate and ContentTime are never used: they tell when the image was computed, often hours later. Throws GW_MISSING_TAG, GW_DATE_TIME.
 */
export function acquisitionMoment(object: ParsedObject): LocalMoment {
  const { dataset, file } = object;
  const zone = parseZone(dataset.text('TimezoneOffsetFromUTC'), file.name);
  const whole = dataset.text('AcquisitionDateTime');
  if (whole !== null) return parseDateTime(whole, zone, `AcquisitionDateTime of ${file.name}`);
  const acquired = dateAndTime(object, 'Acquisition', zone);
  if (acquired) return acquired;
  const first = earliestFrame(object, zone);
  if (first) return first;
  const series = dateAndTime(object, 'Series', zone) ?? dateAndTime(object, 'Study', zone);
  const timeOnly = dataset.text('AcquisitionTime');
  if (timeOnly !== null && series) return nearestDay(parseTime(timeOnly, `AcquisitionTime of ${file.name}`), series);
  const seriesOnly = dateAndTime(object, 'Series', zone);
  if (seriesOnly) return seriesOnly;
  throw new GraywiseError('GW_MISSING_TAG', { tag: 'AcquisitionDateTime, or AcquisitionDate and AcquisitionTime', where: file.name });
}

/** The date and time attributes of that prefix together; null when one is missing. Throws GW_DATE_TIME. */
export function dateAndTime(
  { dataset, file }: ParsedObject,
  prefix: 'Acquisition' | 'Series' | 'Study',
  offsetMinutes: number | null,
): LocalMoment | null {
  const date = dataset.text(`${prefix}Date`);
  const time = dataset.text(`${prefix}Time`);
  if (date === null || time === null) return null;
  const where = `${prefix}Date and ${prefix}Time of ${file.name}`;
  return { wallSeconds: parseDate(date, where) + parseTime(time, where), offsetMinutes };
}

function earliestFrame({ dataset, file }: ParsedObject, zone: number | null): LocalMoment | null {
  const moments = dataset
    .items('PerFrameFunctionalGroupsSequence')
    .map(group => group.item('FrameContentSequence')?.text('FrameAcquisitionDateTime') ?? null)
    .filter(text => text !== null)
    .map(text => parseDateTime(text, zone, `FrameAcquisitionDateTime of ${file.name}`));
  return moments.reduce<LocalMoment | null>((first, moment) => (first && first.wallSeconds <= moment.wallSeconds ? first : moment), null);
}
