import type { Part10 } from '../write/part10.js';
import { GraywiseError } from '@graywise/physics';
import type { ArchiveAccess } from './archiveAccess.js';
import type { Archive, SeriesSummary, TransferOptions } from './archive.js';
import { SEARCH_TAGS, textsOf, type DicomJson } from './dicomJson.js';
import { retrieveOneSeries } from './retrieveOneSeries.js';
import { searchArchive } from './searchArchive.js';
import { seriesOfPatient, type SeriesAddress } from './seriesOfPatient.js';
import { storeObjects } from './storeObjects.js';
import { EMISSION_MODALITIES } from './usableModalities.js';

/** The archive behind a DICOMweb root (QIDO-RS, WADO-RS, STOW-RS; DICOM PS3.18). */
export function createArchive(access: ArchiveAccess): Archive {
  return {
    patientOfStudy: async studyUid => {
      const [study] = await searchArchive(access, '/studies', { StudyInstanceUID: studyUid });
      const patientId = study && textsOf(study, SEARCH_TAGS.patientId)[0];
      if (patientId === undefined) throw new GraywiseError('GW_MISSING_TAG', { tag: 'PatientID', where: 'the study' });
      return patientId;
    },
    retrievePatient: async (patientId, options = {}) =>
      retrieveAll(access, await seriesOfPatient(access, patientId, options.signal), options),
    retrieveSeries: async (seriesUids, options = {}) => {
      const found = await Promise.all(seriesUids.map(uid => searchArchive(access, '/series', { SeriesInstanceUID: uid }, options.signal)));
      return retrieveAll(access, found.flat().map(addressOf), options);
    },
    findEmissionSeries: async namePart => {
      const query = namePart.trim() === '' ? {} : { PatientName: `*${namePart.trim()}*` };
      const studies = await searchArchive(access, '/studies', { ...query, limit: '50' });
      const series = await Promise.all(studies.map(study => emissionSeriesOf(access, study)));
      return series.flat();
    },
    store: (objects, signal) => storeObjects(access, objects, signal),
  };
}

async function retrieveAll(
  access: ArchiveAccess,
  addresses: readonly SeriesAddress[],
  options: TransferOptions,
): Promise<readonly Part10[]> {
  const files: Part10[] = [];
  for (const [index, { studyUid, seriesUid }] of addresses.entries()) {
    options.onProgress?.(index / addresses.length, `Reading series ${String(index + 1)} of ${String(addresses.length)}`);
    files.push(...(await retrieveOneSeries(access, studyUid, seriesUid, options.signal)));
  }
  options.onProgress?.(1, 'Everything is read');
  return files;
}

async function emissionSeriesOf(access: ArchiveAccess, study: DicomJson): Promise<readonly SeriesSummary[]> {
  const studyUid = textsOf(study, SEARCH_TAGS.studyInstanceUid)[0] ?? '';
  const series = await searchArchive(access, `/studies/${studyUid}/series`, { includefield: SEARCH_TAGS.seriesDescription });
  return series
    .filter(one => EMISSION_MODALITIES.includes(textsOf(one, SEARCH_TAGS.modality)[0] ?? ''))
    .map(one => ({
      studyInstanceUid: studyUid,
      seriesInstanceUid: textsOf(one, SEARCH_TAGS.seriesInstanceUid)[0] ?? '',
      modality: textsOf(one, SEARCH_TAGS.modality)[0] ?? '',
      description: textsOf(one, SEARCH_TAGS.seriesDescription)[0] ?? '',
      patientName: textsOf(study, SEARCH_TAGS.patientName)[0] ?? '',
      date: textsOf(one, SEARCH_TAGS.seriesDate)[0] ?? textsOf(study, SEARCH_TAGS.studyDate)[0] ?? '',
    }));
}

function addressOf(series: DicomJson): SeriesAddress {
  return {
    studyUid: textsOf(series, SEARCH_TAGS.studyInstanceUid)[0] ?? '',
    seriesUid: textsOf(series, SEARCH_TAGS.seriesInstanceUid)[0] ?? '',
  };
}
