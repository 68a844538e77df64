import type { ImportedStudy } from '../model/importedStudy.js';
import type { PatientIdentity } from '../model/patientIdentity.js';
import { isRecordedSegmentation } from '../restore/isRecordedSegmentation.js';
import { restoreRecords } from '../restore/restoreRecords.js';
import type { Part10 } from '../write/part10.js';
import { ctSeries } from './ct/ctSeries.js';
import { splitCtSeries } from './ct/splitCtSeries.js';
import { importEmissions } from './emission/importEmissions.js';
import { patientOf } from './identity.js';
import { regionSet } from './regions/regionSet.js';
import { sortObjects } from './sortObjects.js';
import { statedOffsets } from './time/statedOffsets.js';

export interface ImportOptions {
  /** Zone, in minutes east of UTC, for times that state none. Default: the one zone that the other images state, else UTC. */
  readonly assumedOffsetMinutes?: number;
}

/**
 * Sorts DICOM files into what a course is made of, from their headers alone. Any folders, any order: attributes tell series apart, never names.
 *
 * Throws GW_NOT_DICOM, GW_MISSING_TAG, GW_DATE_TIME, GW_UNIT_UNKNOWN, GW_GEOMETRY, GW_ORIENTATION, GW_ENERGY_WINDOW, GW_TWO_RECONSTRUCTIONS.
 */
export function importStudy(files: readonly Part10[], options: ImportOptions = {}): ImportedStudy {
  const sorted = sortObjects(files);
  const images = [...sorted.nm, ...sorted.pet, ...sorted.ct];
  const [onlyOffset, secondOffset] = statedOffsets(images);
  const assumedOffsetMinutes = options.assumedOffsetMinutes ?? (secondOffset === undefined ? (onlyOffset ?? 0) : 0);
  const { emissions, ignored } = importEmissions(sorted.nm, sorted.pet, assumedOffsetMinutes);
  const ct = splitCtSeries(sorted.ct);
  const records = restoreRecords(sorted.reports.map(({ file }) => file));
  const regionSets = [
    ...sorted.segmentations.filter(object => !isRecordedSegmentation(object)).map(object => regionSet(object, 'SEG')),
    ...sorted.structureSets.map(object => regionSet(object, 'RTSTRUCT')),
  ];
  return {
    emissions,
    cts: ct.stacks.map(stack => ctSeries(stack, assumedOffsetMinutes)),
    regionSets,
    records,
    ignored: [...sorted.ignored, ...ignored, ...ct.ignored, ...records.unreadable],
    patients: patientsOf([...images, ...sorted.segmentations, ...sorted.structureSets, ...sorted.reports].map(patientOf)),
  };
}

/** Each patient once, by identifier and issuer, as the first object of that patient states it; a weight from any of them. */
function patientsOf(identities: readonly PatientIdentity[]): PatientIdentity[] {
  const patients = new Map<string, PatientIdentity>();
  for (const identity of identities) {
    const key = `${identity.issuer}|${identity.id}`;
    const known = patients.get(key);
    patients.set(key, known ? { ...known, weightKg: known.weightKg ?? identity.weightKg } : identity);
  }
  return [...patients.values()];
}
