import type { EmissionSeries, ImportedStudy, PatientIdentity } from '@graywise/dicom';
import { GraywiseError, type CalibrationFacts, type Facts } from '@graywise/physics';
import type { CalibrationSource } from '../model/cycle.js';

export interface SeparatedSeries {
  readonly patient: PatientIdentity;
  readonly scans: readonly EmissionSeries[];
  readonly calibrations: readonly CalibrationSource[];
  /** Series left out, each with the reason in words. */
  readonly ignored: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * Tells the scans of the patient from the calibration acquisitions that the facts name.
 *
 * A series of somebody else taken before the first administration is left out (a calibration nobody stated); one taken after it is a
 * mix-up of patients. Throws GW_NO_IMAGES, GW_NO_CALIBRATION for a stated calibration that is not there, GW_OTHER_PATIENT.
 */
export function separateSeries(study: ImportedStudy, facts: Facts): SeparatedSeries {
  const { emissions } = study;
  const calibrations = facts.calibrations.map(stated => ({ facts: stated, series: findCalibration(emissions, stated) }));
  const calibrationSeries = new Set(calibrations.map(({ series }) => series.reference.seriesInstanceUid));
  const candidates = emissions.filter(series => !calibrationSeries.has(series.reference.seriesInstanceUid));
  const patient = patientOf(study, candidates);
  const firstAdministration = Math.min(
    ...facts.administrations.map(({ start }) => start.epochSeconds),
    // Of the patient alone: cameras write the filling of a calibration source as an administration too.
    ...candidates.flatMap(({ administration: { start }, patient: person }) =>
      start && samePatient(person, patient) ? [start.epochSeconds] : [],
    ),
  );
  const ignored: { name: string; reason: string }[] = [];
  const scans = candidates.filter(series => {
    if (samePatient(series.patient, patient)) return true;
    if (series.start.epochSeconds >= firstAdministration) throw new GraywiseError('GW_OTHER_PATIENT', { where: nameOf(series) });
    ignored.push({ name: nameOf(series), reason: 'belongs to another patient and was taken before the first administration' });
    return false;
  });
  const strangerCt = study.cts.find(
    ct =>
      !samePatient(ct.patient, patient) &&
      ct.start.epochSeconds >= firstAdministration &&
      !calibrations.some(({ series }) => samePatient(ct.patient, series.patient)),
  );
  if (strangerCt) throw new GraywiseError('GW_OTHER_PATIENT', { where: strangerCt.description || strangerCt.folder });
  const strangers = candidates.filter(series => !scans.includes(series)).map(series => series.patient);
  const known = [patient, ...calibrations.map(({ series }) => series.patient), ...strangers];
  if (study.regionSets.some(set => !known.some(person => samePatient(set.patient, person))))
    throw new GraywiseError('GW_OTHER_PATIENT', { where: 'the drawn regions' });
  return { patient, scans, calibrations, ignored };
}

function findCalibration(emissions: readonly EmissionSeries[], stated: CalibrationFacts): EmissionSeries {
  const wanted = stated.series.replace(/^\.?\//, '').replace(/\/+$/, '');
  const found = emissions.find(
    ({ reference, folder }) =>
      reference.seriesInstanceUid === wanted || folder === wanted || folder.startsWith(`${wanted}/`) || folder.endsWith(`/${wanted}`),
  );
  if (!found) throw new GraywiseError('GW_NO_CALIBRATION', { where: `the series "${stated.series}" that the facts name` });
  return found;
}

/** The patient is the one the regions, or else most series, belong to. */
function patientOf(study: ImportedStudy, scans: readonly EmissionSeries[]): PatientIdentity {
  const voters = [...study.regionSets, ...study.cts, ...scans].map(({ patient }) => patient);
  if (scans.length === 0) throw new GraywiseError('GW_NO_IMAGES', { where: 'the study (no SPECT or PET reconstruction)' });
  const votes = (candidate: PatientIdentity): number => voters.filter(voter => samePatient(voter, candidate)).length;
  const scanned = scans.map(({ patient }) => patient);
  return scanned.reduce((best, candidate) => (votes(candidate) > votes(best) ? candidate : best));
}

/** Identifier first; equal identifiers with different stated birth dates are different people. */
function samePatient(a: PatientIdentity, b: PatientIdentity): boolean {
  const birthDatesDiffer = a.birthDate !== '' && b.birthDate !== '' && a.birthDate !== b.birthDate;
  return a.id.trim() === b.id.trim() && !birthDatesDiffer;
}

function nameOf(series: EmissionSeries): string {
  return series.description || series.folder || series.reference.seriesInstanceUid;
}
