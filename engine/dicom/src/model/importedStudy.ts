import type { Becquerel, CameraIdentity, Instant, ObjectReference, Second } from '@graywise/physics';
import type { StoredRecords } from '../restore/storedRecords.js';
import type { Part10 } from '../write/part10.js';
import type { PatientIdentity } from './patientIdentity.js';
import type { StudyContext } from './studyContext.js';

/** An administration as the images state it; null where they do not, or not with its date. */
export interface StatedAdministration {
  readonly start: Instant | null;
  readonly end: Instant | null;
  readonly activity: Becquerel | null;
}

/** One reconstructed emission volume: an NM RECON TOMO object or a PET series. */
export interface EmissionSeries {
  readonly reference: ObjectReference;
  readonly patient: PatientIdentity;
  readonly study: StudyContext;
  /** Folder of the files, relative to what was imported: for the `series` of the facts. */
  readonly folder: string;
  readonly modality: 'NM' | 'PT';
  readonly start: Instant;
  /** False: no zone was stated anywhere and `start` was read in an assumed zone. */
  readonly zoneStated: boolean;
  /** Length of the acquisition on the clock. */
  readonly durationSeconds: number;
  /** Time for which one detector looked: views of one detector times the time per view. The denominator of the count rate. */
  readonly countingSeconds: number;
  /** Detectors that looked at the same time; null when not stated. Count rates of unequal numbers must not be compared. */
  readonly detectors: number | null;
  readonly camera: CameraIdentity;
  readonly nuclide: string | null;
  readonly statedHalfLife: Second | null;
  readonly radiopharmaceutical: string | null;
  readonly frameOfReferenceUid: string;
  readonly unit: 'counts' | 'Bq/mL';
  /** The moment to which decay is corrected; null: not corrected, the values are means over the acquisition. */
  readonly decayCorrectedTo: Instant | null;
  readonly administration: StatedAdministration;
  readonly description: string;
  /** What was taken for granted in reading, one sentence each; empty for a plain object. */
  readonly notes: readonly string[];
  readonly files: readonly Part10[];
}

/** One CT volume: the slices of a series that form a regular stack, or an enhanced multi-frame object. */
export interface CtSeries {
  readonly reference: ObjectReference;
  readonly patient: PatientIdentity;
  readonly folder: string;
  readonly start: Instant;
  readonly frameOfReferenceUid: string;
  readonly description: string;
  readonly files: readonly Part10[];
}

/** A set of drawn regions. `label` is what the object calls a region, `name` what it is called here. */
export interface RegionSet {
  readonly reference: ObjectReference;
  readonly patient: PatientIdentity;
  readonly kind: 'SEG' | 'RTSTRUCT';
  readonly frameOfReferenceUid: string;
  /** SeriesInstanceUID of the images that the object says it was drawn on; empty when it says none. */
  readonly drawnOnSeries: readonly string[];
  /** Date and time of the drawing as the object states them, YYYYMMDDHHMMSS, to tell newer from older; empty when it states none. */
  readonly drawnAt: string;
  readonly regions: readonly { readonly name: string; readonly label: string; readonly color: readonly [number, number, number] }[];
  readonly files: readonly Part10[];
}

/** Everything that a set of DICOM files holds for a course. `ignored` names what was left out, and why. */
export interface ImportedStudy {
  readonly emissions: readonly EmissionSeries[];
  readonly cts: readonly CtSeries[];
  readonly regionSets: readonly RegionSet[];
  readonly records: StoredRecords;
  readonly ignored: readonly { readonly name: string; readonly reason: string }[];
  readonly patients: readonly PatientIdentity[];
}
