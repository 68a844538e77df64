import type { DicomJson } from '../../archive/dicomJson.js';
import { DICOMWEB_ROOT } from '../../archive/instanceUrl.js';
import type { ArchiveIndex, Selection, SeriesSummary } from '../../archive/openIndex.js';
import { answer } from './answer.js';
import { LEVELS } from './levels.js';
import { matchesConditions } from './matchesConditions.js';
import { page } from './page.js';
import type { Query } from './query.js';

/** QIDO-RS for series, of one study or of all. Without a study, each also says to which study it belongs. */
export function searchSeries(index: ArchiveIndex, selection: Selection, query: Query): readonly DicomJson[] {
  const found = index
    .series(selection)
    .map(describeSeries)
    .filter(dataset => matchesConditions(dataset, query));
  const level = selection.studyInstanceUid === undefined ? [...LEVELS.study, ...LEVELS.series] : LEVELS.series;
  return page(found, query).map(dataset => answer(dataset, level, query));
}

function describeSeries(series: SeriesSummary): DicomJson {
  const url = `${DICOMWEB_ROOT}/studies/${series.studyInstanceUid}/series/${series.seriesInstanceUid}`;
  return {
    ...(JSON.parse(series.metadata) as DicomJson),
    '00081190': { vr: 'UR', Value: [url] },
    '00201209': { vr: 'IS', Value: [series.instances] },
  };
}
