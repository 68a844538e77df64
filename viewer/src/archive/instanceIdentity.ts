import { GraywiseError } from '@graywise/physics';

/** The three UIDs that say where an instance belongs. */
export interface InstanceIdentity {
  readonly studyInstanceUid: string;
  readonly seriesInstanceUid: string;
  readonly sopInstanceUid: string;
}

/** An instance as the index knows it. */
export interface InstanceRecord extends InstanceIdentity {
  readonly sopClassUid: string;
  /** The DICOM JSON of the whole dataset, binary values by reference, as text. */
  readonly metadata: string;
}

/** A UID of PS3.5 section 9: digits and single dots, at most 64 characters. Such a name cannot leave its folder. */
export const UID_PATTERN = '^[0-9]+(?:\\.[0-9]+)*$';
const uid = new RegExp(UID_PATTERN);

/** Whether a text is a UID. */
export function isUid(text: string): boolean {
  return text.length <= 64 && uid.test(text);
}

/** The text itself. Throws GW_NOT_DICOM when it is not a UID; `where` names the object without identifiers. */
export function requireUid(text: string, keyword: string, where: string): string {
  if (!isUid(text)) throw new GraywiseError('GW_NOT_DICOM', { where, found: `${keyword} is not a valid UID` });
  return text;
}
