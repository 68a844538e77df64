import { type CtSeries, type EmissionSeries, type ImportedStudy, type PatientIdentity } from '@graywise/dicom';
import { becquerel, hours, instantAfter, NO_FACTS, parseInstant, type AdministrationFacts, type Facts } from '@graywise/physics';

export type { ImportedStudy };

export const PATIENT: PatientIdentity = { id: 'P1', name: 'Doe^Jane', birthDate: '19600101', sex: 'F', weightKg: 70, issuer: '' };
export const START = parseInstant('2026-03-02T10:00:00+00:00');

/** An emission series, `after` hours after the administration, in a frame of its own. */
export function emission(after: number, changes: Partial<EmissionSeries> = {}): EmissionSeries {
  const uid = `1.2.${String(Math.round(after * 60))}`;
  return {
    reference: { sopClassUid: '1.2.840.10008.5.1.4.1.1.20', sopInstanceUid: `${uid}.1`, seriesInstanceUid: uid, studyInstanceUid: '1.2' },
    patient: PATIENT,
    study: {
      patient: PATIENT,
      studyInstanceUid: '1.2',
      studyDate: '20260302',
      studyTime: '100000',
      studyId: '',
      accessionNumber: '',
      studyDescription: '',
      referringPhysician: '',
    },
    folder: `scan-${String(after)}`,
    modality: 'NM',
    start: instantAfter(START, hours(Math.abs(after)) * Math.sign(after)),
    zoneStated: true,
    durationSeconds: 1200,
    countingSeconds: 1200,
    detectors: 2,
    camera: { manufacturer: 'M', model: 'C', serialNumber: '1', collimator: 'MEGP', reconstruction: 'OSEM', energyWindowKev: [187, 229] },
    nuclide: 'Lu-177',
    statedHalfLife: null,
    radiopharmaceutical: '177Lu-DOTATATE',
    frameOfReferenceUid: `9.${uid}`,
    unit: 'counts',
    decayCorrectedTo: null,
    administration: { start: START, end: null, activity: becquerel(7.4e9) },
    description: `SPECT ${String(after)} h`,
    notes: [],
    files: [],
    ...changes,
  };
}

export function ctOf(series: EmissionSeries, changes: Partial<CtSeries> = {}): CtSeries {
  const uid = `${series.reference.seriesInstanceUid}.7`;
  return {
    reference: { ...series.reference, seriesInstanceUid: uid },
    patient: series.patient,
    folder: 'ct',
    start: series.start,
    frameOfReferenceUid: series.frameOfReferenceUid,
    description: 'CT',
    files: [],
    ...changes,
  };
}

export function studyWith(emissions: readonly EmissionSeries[], changes: Partial<ImportedStudy> = {}): ImportedStudy {
  return {
    emissions,
    cts: emissions.map(series => ctOf(series)),
    regionSets: [],
    records: { verifications: [], plans: [], facts: null, unreadable: [] },
    ignored: [],
    patients: [PATIENT],
    ...changes,
  };
}

export function administration(changes: Partial<AdministrationFacts> = {}): AdministrationFacts {
  return {
    cycle: 1,
    radiopharmaceutical: '177Lu-DOTATATE',
    preAssay: { activity: becquerel(7.4e9), at: START },
    residual: null,
    start: START,
    end: null,
    ...changes,
  };
}

export const factsWith = (changes: Partial<Facts>): Facts => ({ ...NO_FACTS, ...changes });
