import type { Part10 } from '../write/part10.js';

/** A series as a search of the archive describes it. */
export interface SeriesSummary {
  readonly studyInstanceUid: string;
  readonly seriesInstanceUid: string;
  readonly modality: string;
  readonly description: string;
  readonly patientName: string;
  readonly date: string;
}

export interface TransferOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number, label: string) => void;
}

/** The archive, as far as a course needs it. Every refusal is a GraywiseError: GW_ARCHIVE_GONE, GW_ARCHIVE_REFUSED or GW_CANCELLED. */
export interface Archive {
  /** The PatientID of a study. */
  patientOfStudy(studyInstanceUid: string): Promise<string>;
  /** Every object of the patient's studies with emission images that the engine can use: images, regions, records. */
  retrievePatient(patientId: string, options?: TransferOptions): Promise<readonly Part10[]>;
  /** All objects of the series with these UIDs, wherever they are; unknown UIDs give nothing. */
  retrieveSeries(seriesInstanceUids: readonly string[], options?: TransferOptions): Promise<readonly Part10[]>;
  /** Emission series of any patient whose patient name contains the text: to choose a calibration acquisition. */
  findEmissionSeries(patientNamePart: string): Promise<readonly SeriesSummary[]>;
  /** Stores objects in one request: all or nothing. Retrying is safe, because equal content has equal UIDs. */
  store(objects: readonly Part10[], signal?: AbortSignal): Promise<void>;
}
