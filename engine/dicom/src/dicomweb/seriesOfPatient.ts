import type { ArchiveAccess } from './archiveAccess.js';
import { SEARCH_TAGS, textsOf } from './dicomJson.js';
import { searchArchive } from './searchArchive.js';
import { EMISSION_MODALITIES, USABLE_MODALITIES } from './usableModalities.js';

export interface SeriesAddress {
  readonly studyUid: string;
  readonly seriesUid: string;
}

/** The usable series of those of a patient's studies that hold emission images. */
export async function seriesOfPatient(access: ArchiveAccess, patientId: string, signal?: AbortSignal): Promise<readonly SeriesAddress[]> {
  const studies = await searchArchive(access, '/studies', { PatientID: patientId, includefield: SEARCH_TAGS.modalitiesInStudy }, signal);
  const addresses: SeriesAddress[] = [];
  for (const study of studies) {
    const studyUid = textsOf(study, SEARCH_TAGS.studyInstanceUid)[0] ?? '';
    const series = await searchArchive(access, `/studies/${studyUid}/series`, {}, signal);
    const modalities = series.map(one => textsOf(one, SEARCH_TAGS.modality)[0] ?? '');
    if (!modalities.some(modality => EMISSION_MODALITIES.includes(modality))) continue;
    for (const [index, one] of series.entries()) {
      const seriesUid = textsOf(one, SEARCH_TAGS.seriesInstanceUid)[0];
      if (seriesUid !== undefined && USABLE_MODALITIES.includes(modalities[index] ?? '')) addresses.push({ studyUid, seriesUid });
    }
  }
  return addresses;
}
