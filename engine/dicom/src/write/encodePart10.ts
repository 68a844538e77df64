import { encodeDataset } from './encoding/encodeDataset.js';
import type { NaturalDataset } from './naturalDataset.js';
import type { Part10 } from './part10.js';

const EXPLICIT_VR_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';
const PREAMBLE_AND_PREFIX = 132;

/** Who wrote the bytes (PS3.10 7.1): fixed, so that files depend on their content alone. */
const IMPLEMENTATION_CLASS_UID = '2.25.200476330151063209614027302921430125719';
const IMPLEMENTATION_VERSION_NAME = 'GRAYWISE_1';

/**
 * A dataset as a DICOM file (PS3.10): explicit VR little endian, text in UTF-8, without clock or chance: the same dataset gives the same bytes.
 *
 * Numbers of DS attributes are written with the most digits that 16 characters hold. Refuses what DICOM cannot hold: GW_NOT_FINITE, GW_DICOM_VALUE.
 */
export function encodePart10(dataset: NaturalDataset, name: string): Part10 {
  const meta = encodeDataset({
    FileMetaInformationVersion: Uint8Array.of(0, 1),
    MediaStorageSOPClassUID: dataset['SOPClassUID'],
    MediaStorageSOPInstanceUID: dataset['SOPInstanceUID'],
    TransferSyntaxUID: EXPLICIT_VR_LITTLE_ENDIAN,
    ImplementationClassUID: IMPLEMENTATION_CLASS_UID,
    ImplementationVersionName: IMPLEMENTATION_VERSION_NAME,
  });
  const metaLength = encodeDataset({ FileMetaInformationGroupLength: meta.length });
  const body = encodeDataset({ ...dataset, SpecificCharacterSet: 'ISO_IR 192' });
  const bytes = new Uint8Array(PREAMBLE_AND_PREFIX + metaLength.length + meta.length + body.length);
  bytes.set([0x44, 0x49, 0x43, 0x4d], PREAMBLE_AND_PREFIX - 4);
  bytes.set(metaLength, PREAMBLE_AND_PREFIX);
  bytes.set(meta, PREAMBLE_AND_PREFIX + metaLength.length);
  bytes.set(body, PREAMBLE_AND_PREFIX + metaLength.length + meta.length);
  return { name, bytes };
}
