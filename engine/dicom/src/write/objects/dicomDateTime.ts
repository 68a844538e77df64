import { formatInstant, type Instant } from '@graywise/physics';

/** An instant as DICOM writes it, to the second: `date` and `time` in the zone it was stated in, `dateTime` with that zone. */
export function dicomDateTime(instant: Instant): { readonly date: string; readonly time: string; readonly dateTime: string } {
  const [day = '', clock = ''] = formatInstant(instant).split('T');
  const date = day.replaceAll('-', '');
  const time = clock.slice(0, 8).replaceAll(':', '');
  return { date, time, dateTime: `${date}${time}${clock.slice(8).replace(':', '')}` };
}
