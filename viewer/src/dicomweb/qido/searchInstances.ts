import type { DicomJson } from '../../archive/dicomJson.js';
import { instanceUrl } from '../../archive/instanceUrl.js';
import type { ArchiveIndex, Selection } from '../../archive/openIndex.js';
import { answer } from './answer.js';
import { LEVELS } from './levels.js';
import { matchesConditions } from './matchesConditions.js';
import { page } from './page.js';
import type { Query } from './query.js';

/** QIDO-RS for instances: of one series, of one study, or of all. */
export function searchInstances(index: ArchiveIndex, selection: Selection, query: Query): readonly DicomJson[] {
  const found = index
    .metadata(selection)
    .map(describeInstanceForSearch)
    .filter(dataset => matchesConditions(dataset, query));
  const level = selection.seriesInstanceUid === undefined ? [...LEVELS.study, ...LEVELS.series, ...LEVELS.instance] : LEVELS.instance;
  return page(found, query).map(dataset => answer(dataset, level, query));
}

function describeInstanceForSearch(metadata: string): DicomJson {
  const dataset = JSON.parse(metadata) as DicomJson;
  const uid = (tag: string): string => String(dataset[tag]?.Value?.[0]);
  const url = instanceUrl({ studyInstanceUid: uid('0020000D'), seriesInstanceUid: uid('0020000E'), sopInstanceUid: uid('00080018') });
  return { ...dataset, '00081190': { vr: 'UR', Value: [url] } };
}
