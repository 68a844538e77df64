import { importStudy, type ImportedStudy, type Part10 } from '@graywise/dicom';
import { NO_FACTS, type Facts } from '@graywise/physics';

/**
 * Imports files together with the facts: those stated, else those that the archive keeps. Every cycle holds the two against each other when it is gathered.
 *
 * Cameras that state no zone write the wall clock of the hospital; the assay was written with a zone under the same clock. So their times are read
 * in the zone of the facts.
 */
export function importWithFacts(files: readonly Part10[], stated: Facts | null): { readonly study: ImportedStudy; readonly facts: Facts } {
  const study = importStudy(files, zoneOf(stated));
  const stored = study.records.facts;
  const facts = stated ?? stored ?? NO_FACTS;
  const readAgain = !stated && stored !== null && study.emissions.some(({ zoneStated }) => !zoneStated);
  return { study: readAgain ? importStudy(files, zoneOf(stored)) : study, facts };
}

function zoneOf(facts: Facts | null): { assumedOffsetMinutes?: number } {
  const offset = facts?.administrations[0]?.start.offsetMinutes;
  return offset === undefined ? {} : { assumedOffsetMinutes: offset };
}
