import type { DicomJson } from '../../archive/dicomJson.js';
import { DICOMWEB_ROOT } from '../../archive/instanceUrl.js';
import type { ArchiveIndex, SeriesSummary } from '../../archive/openIndex.js';
import { answer } from './answer.js';
import { LEVELS } from './levels.js';
import { matchesConditions } from './matchesConditions.js';
import { page } from './page.js';
import type { Query } from './query.js';

/** QIDO-RS for studies: a study is found when one of its series meets all conditions. */
export function searchStudies(index: ArchiveIndex, query: Query): readonly DicomJson[] {
  const studies = new Map<string, SeriesSummary[]>();
  for (const series of index.series({})) studies.set(series.studyInstanceUid, [...(studies.get(series.studyInstanceUid) ?? []), series]);
  const found = [...studies.values()].flatMap(series => {
    const datasets = describeStudy(series);
    return datasets.some(dataset => matchesConditions(dataset, query)) ? datasets.slice(0, 1) : [];
  });
  return page(found, query).map(dataset => answer(dataset, LEVELS.study, query));
}

/** One dataset for each series of a study, each with what is true of the study as a whole. */
function describeStudy(series: readonly SeriesSummary[]): readonly DicomJson[] {
  const datasets = series.map(({ metadata }) => JSON.parse(metadata) as DicomJson);
  const modalities = [...new Set(datasets.flatMap(dataset => dataset['00080060']?.Value ?? []))];
  const whole: DicomJson = {
    '00080061': { vr: 'CS', Value: modalities },
    '00081190': { vr: 'UR', Value: [`${DICOMWEB_ROOT}/studies/${series[0]?.studyInstanceUid ?? ''}`] },
    '00201206': { vr: 'IS', Value: [series.length] },
    '00201208': { vr: 'IS', Value: [series.reduce((sum, { instances }) => sum + instances, 0)] },
  };
  return datasets.map(dataset => ({ ...dataset, ...whole }));
}
