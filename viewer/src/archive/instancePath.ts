import path from 'node:path';
import type { InstanceIdentity } from './instanceIdentity.js';

/** Where an instance lies: DIRECTORY/STUDY/SERIES/INSTANCE.dcm. The UIDs have been checked before. */
export function instancePath(directory: string, identity: InstanceIdentity): string {
  return path.join(directory, identity.studyInstanceUid, identity.seriesInstanceUid, `${identity.sopInstanceUid}.dcm`);
}
