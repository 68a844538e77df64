import type { ObjectReference } from '@graywise/physics';
import type { NaturalDataset } from '../naturalDataset.js';
import { grouped } from './grouped.js';
import { seriesReferences, type InstancesKeyword } from './seriesReferences.js';

/** Objects by their study and series, as the items of a sequence of studies; `undefined`, an absent attribute, when there are none. */
export function studyReferences(references: readonly ObjectReference[], instances: InstancesKeyword): NaturalDataset[] | undefined {
  if (references.length === 0) return undefined;
  return [...grouped(references, ({ studyInstanceUid }) => studyInstanceUid)].map(([uid, members]) => ({
    StudyInstanceUID: uid,
    ReferencedSeriesSequence: seriesReferences(members, instances),
  }));
}
