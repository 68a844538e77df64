import type { ObjectReference } from '@graywise/physics';
import type { NaturalDataset } from '../naturalDataset.js';
import { grouped } from './grouped.js';
import { sopReference } from './sopReference.js';

/** What the sequence of a series' instances is called: modules of images and modules of reports differ. */
export type InstancesKeyword = 'ReferencedInstanceSequence' | 'ReferencedSOPSequence';

/** Objects of one study by their series, as the items of ReferencedSeriesSequence. */
export function seriesReferences(references: readonly ObjectReference[], instances: InstancesKeyword): NaturalDataset[] {
  return [...grouped(references, ({ seriesInstanceUid }) => seriesInstanceUid)].map(([uid, members]) => ({
    SeriesInstanceUID: uid,
    [instances]: members.map(sopReference),
  }));
}
