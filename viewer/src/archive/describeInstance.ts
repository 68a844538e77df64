import { datasetToJson } from './datasetToJson.js';
import { instanceUrl } from './instanceUrl.js';
import { requireUid, type InstanceRecord } from './instanceIdentity.js';
import { readDataset } from './readDataset.js';
import { textOf } from './textOf.js';

/**
 * What the index keeps of one DICOM file.
 *
 * `where` names the file in a refusal. Throws GW_NOT_DICOM when it cannot be read or does not say who it is.
 */
export function describeInstance(bytes: Uint8Array, where: string): InstanceRecord {
  const { dataset, transferSyntaxUid } = readDataset(bytes, where);
  const uid = (tag: string, keyword: string): string => requireUid(textOf(dataset, tag), keyword, where);
  const record = {
    studyInstanceUid: uid('0020000D', 'StudyInstanceUID'),
    seriesInstanceUid: uid('0020000E', 'SeriesInstanceUID'),
    sopInstanceUid: uid('00080018', 'SOPInstanceUID'),
    sopClassUid: uid('00080016', 'SOPClassUID'),
  };
  const json = {
    ...datasetToJson(dataset, `${instanceUrl(record)}/bulkdata`),
    // AvailableTransferSyntaxUID: a client learns from it how the frames come, before it asks for them.
    '00083002': { vr: 'UI', Value: [requireUid(transferSyntaxUid, 'TransferSyntaxUID', where)] },
  };
  return { ...record, metadata: JSON.stringify(json) };
}
