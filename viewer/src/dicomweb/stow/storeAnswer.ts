import type { DicomJson } from '../../archive/dicomJson.js';
import type { InstanceRecord } from '../../archive/instanceIdentity.js';
import { DICOMWEB_ROOT, instanceUrl } from '../../archive/instanceUrl.js';

/** Failure reasons (PS3.18 table I.2-2 and PS3.7 annex C). */
export const FAILURE = { processing: 0x0110, duplicate: 0x0111, unreadable: 0xc000 } as const;

/** Why one object of an upload cannot be kept; no record when it did not even say who it is. */
export interface Failure {
  readonly record: InstanceRecord | null;
  readonly reason: number;
}

/** The Store Instances Response when everything is kept. */
export function storedAnswer(records: readonly InstanceRecord[]): DicomJson {
  const [first] = records;
  return {
    '00081190': { vr: 'UR', Value: first === undefined ? [] : [`${DICOMWEB_ROOT}/studies/${first.studyInstanceUid}`] },
    '00081199': {
      vr: 'SQ',
      Value: records.map(record => ({ ...reference(record), '00081190': { vr: 'UR', Value: [instanceUrl(record)] } })),
    },
  };
}

/** The Store Instances Response when nothing is kept: the objects at fault with their reasons, the others because of them. */
export function refusedAnswer(failures: readonly Failure[], staged: readonly InstanceRecord[]): DicomJson {
  const atFault = new Set(failures.map(({ record }) => record));
  const others = staged.filter(record => !atFault.has(record)).map(record => ({ record, reason: FAILURE.processing }));
  const items = [...failures, ...others].map(({ record, reason }) => ({
    ...(record === null ? {} : reference(record)),
    '00081197': { vr: 'US', Value: [reason] },
  }));
  return { '00081198': { vr: 'SQ', Value: items } };
}

function reference(record: InstanceRecord): DicomJson {
  return { '00081150': { vr: 'UI', Value: [record.sopClassUid] }, '00081155': { vr: 'UI', Value: [record.sopInstanceUid] } };
}
