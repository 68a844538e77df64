import { isPart10, parsePart10, type ParsedObject } from '../part10/parsePart10.js';
import type { Part10 } from '../write/part10.js';

/** Something that was left out, and why. */
export interface Ignored {
  readonly name: string;
  readonly reason: string;
}

/** Objects by what they can be to a course. */
export interface SortedObjects {
  readonly nm: ParsedObject[];
  readonly pet: ParsedObject[];
  readonly ct: ParsedObject[];
  readonly segmentations: ParsedObject[];
  readonly structureSets: ParsedObject[];
  readonly reports: ParsedObject[];
  readonly ignored: Ignored[];
}

type Kind = Exclude<keyof SortedObjects, 'ignored'>;

const STORAGE = '1.2.840.10008.5.1.4.1.1.';
const KINDS: Readonly<Record<string, Kind>> = {
  '2': 'ct',
  '2.1': 'ct',
  '2.2': 'ct',
  '20': 'nm',
  '128': 'pet',
  '128.1': 'pet',
  '130': 'pet',
  '66.4': 'segmentations',
  '66.7': 'segmentations',
  '481.3': 'structureSets',
  '88.11': 'reports',
  '88.22': 'reports',
  '88.33': 'reports',
  '88.34': 'reports',
};
/** Parts of a stored record: reached through their report, neither read here nor worth a remark. */
const PARTS_OF_RECORDS = ['481.2', '66.1', '66.3'];

/** Parses files and sorts them by SOP class. The same object twice counts once; what is of no use is named with its reason. Throws GW_NOT_DICOM. */
export function sortObjects(files: readonly Part10[]): SortedObjects {
  const sorted: SortedObjects = { nm: [], pet: [], ct: [], segmentations: [], structureSets: [], reports: [], ignored: [] };
  const seen = new Map<string, string>();
  for (const file of files) {
    const ignore = (reason: string): unknown => sorted.ignored.push({ name: file.name, reason });
    if (!isPart10(file.bytes)) {
      ignore('not a DICOM file');
      continue;
    }
    const object = parsePart10(file);
    const uid = object.dataset.text('SOPInstanceUID') ?? '';
    const twin = seen.get(uid);
    if (uid !== '' && twin !== undefined) {
      ignore(`the same object as ${twin}`);
      continue;
    }
    seen.set(uid, file.name);
    const storage = (object.dataset.text('SOPClassUID') ?? '').replace(STORAGE, '');
    const kind = KINDS[storage];
    if (kind) sorted[kind].push(object);
    else if (!PARTS_OF_RECORDS.includes(storage))
      ignore(`objects of ${object.dataset.text('Modality') ?? 'this kind'} (${storage || 'no SOP class'}) are not used`);
  }
  return sorted;
}
