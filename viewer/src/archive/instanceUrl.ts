import type { InstanceIdentity } from './instanceIdentity.js';

/** Where the archive answers on the server, and so the beginning of every reference in its metadata. */
export const DICOMWEB_ROOT = '/dicomweb';

/** The WADO-RS resource of an instance, as a path on this server: it holds whatever name the server is reached by. */
export function instanceUrl(identity: InstanceIdentity): string {
  return `${DICOMWEB_ROOT}/studies/${identity.studyInstanceUid}/series/${identity.seriesInstanceUid}/instances/${identity.sopInstanceUid}`;
}
