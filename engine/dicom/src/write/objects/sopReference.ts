import type { ObjectReference } from '@graywise/physics';
import type { NaturalDataset } from '../naturalDataset.js';

/** An object as the item of a sequence of references (PS3.3 table 10-11). */
export function sopReference({ sopClassUid, sopInstanceUid }: ObjectReference): NaturalDataset {
  return { ReferencedSOPClassUID: sopClassUid, ReferencedSOPInstanceUID: sopInstanceUid };
}
