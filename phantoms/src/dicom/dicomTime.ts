import { formatInstant, type Instant } from '@graywise/physics';

/** An instant as the attributes of DICOM: date and time in its own zone, both together with the zone, and the zone alone. */
export interface DicomTime {
  readonly date: string;
  readonly time: string;
  readonly dateTime: string;
  readonly zone: string;
}

/** The DA, TM, DT and TimezoneOffsetFromUTC of an instant, to the second. */
export function dicomTime(instant: Instant): DicomTime {
  const text = formatInstant(instant);
  const [date, time, zone] = [text.slice(0, 10), text.slice(11, 19), text.slice(19)].map(part => part.replace(/[-:](?=\d\d)/g, '')) as [
    string,
    string,
    string,
  ];
  const signed = text.charAt(19) + zone.replace(/^[-+]/, '');
  return { date, time, dateTime: `${date}${time}${signed}`, zone: signed };
}
