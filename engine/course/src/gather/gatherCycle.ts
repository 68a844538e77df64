import type { ImportedStudy, StudyContext } from '@graywise/dicom';
import {
  administeredActivity,
  formatInstant,
  GraywiseError,
  warning,
  type Assumption,
  type Facts,
  type StepWarning,
} from '@graywise/physics';
import type { CycleSources, SourceScan } from '../model/cycle.js';
import { administrationsOf } from './administrationsOf.js';
import { factsDifferences } from './factsDifferences.js';
import { nuclideOfCycle } from './nuclideOfCycle.js';
import { prescriptionWarnings } from './prescriptionWarnings.js';
import { regionsOfCycle } from './regionsOfCycle.js';
import { refuseEarlyScans } from './refuseEarlyScans.js';
import { scansOfCycle } from './scansOfCycle.js';
import { separateSeries } from './separateSeries.js';

/**
 * Collects what the verification of one cycle starts from: the patient, the administration, its scans with their CTs, the calibrations and the
 * drawn regions. Refuses what does not belong together (codes of the called functions).
 */
export function gatherCycle(study: ImportedStudy, facts: Facts, cycle: number): CycleSources {
  const differences = study.records.facts ? factsDifferences(facts, study.records.facts) : [];
  const separated = separateSeries(study, facts);
  refuseEarlyScans(separated.scans, facts.administrations);
  const stated = administrationsOf(separated.scans, facts);
  const administration = stated.administrations.find(candidate => candidate.cycle === cycle);
  if (!administration) throw new GraywiseError('GW_NO_ADMINISTRATION', { cycle });
  const scans = scansOfCycle(separated.scans, study.cts, stated.administrations, cycle);
  const { nuclide, radiopharmaceutical, warnings } = nuclideOfCycle(scans, administration);
  const administered = administeredActivity(administration, nuclide.halfLife);
  const plan = study.records.plans.find(found => found.plan.request.cycle === cycle)?.plan ?? null;
  return {
    cycle,
    patient: separated.patient,
    study: contextOf(scans, separated.patient),
    nuclide,
    radiopharmaceutical,
    administered,
    administrationStart: administration.start,
    administrationEnd: administration.end,
    scans,
    calibrations: separated.calibrations,
    regionSets: regionsOfCycle(study, scans),
    imageFrames: [...study.emissions, ...study.cts].map(({ frameOfReferenceUid }) => frameOfReferenceUid),
    facts,
    plan,
    earlier: study.records.verifications.map(({ verification }) => verification).filter(earlier => earlier.cycle < cycle),
    assumptions: assumptionsOf(facts, formatInstant(administration.start)),
    warnings: [
      ...differences.map(found => ({ step: 'calibrate' as const, ...warning('GW_FACTS_DIFFER', { where: 'The course', found }) })),
      ...stated.warnings,
      ...warnings,
      ...zoneWarnings(scans),
      ...readingNotes(scans),
      ...ignoredWarnings(separated.ignored),
      ...prescriptionWarnings(cycle, administered.value, plan, radiopharmaceutical),
    ],
  };
}

function contextOf(scans: readonly SourceScan[], patient: CycleSources['patient']): StudyContext {
  const first = scans[0];
  if (!first) throw new GraywiseError('GW_NO_IMAGES', { where: 'the cycle' });
  return { ...first.emission.study, patient };
}

function assumptionsOf(facts: Facts, start: string): Assumption[] {
  const source =
    facts.administrations.length > 0 ? 'the stated facts' : 'the images; the residual in the syringe is not stated and taken as none';
  return [
    {
      step: 'calibrate',
      text: `Time counts from the start of the administration, ${start}. The administered activity comes from ${source}.`,
    },
  ];
}

function zoneWarnings(scans: readonly SourceScan[]): StepWarning[] {
  const unstated = scans.find(({ emission }) => !emission.zoneStated);
  if (!unstated) return [];
  const zone = unstated.emission.start.offsetMinutes;
  const hours = `${zone < 0 ? '-' : '+'}${String(Math.abs(zone) / 60)} h from UTC`;
  return [{ step: 'calibrate', ...warning('GW_TIME_ZONE', { where: 'The scans', found: hours }) }];
}

function ignoredWarnings(ignored: readonly { name: string; reason: string }[]): StepWarning[] {
  return ignored.map(({ name, reason }) => ({
    step: 'calibrate' as const,
    ...warning('GW_OTHER_SERIES_IGNORED', { where: name, found: reason }),
  }));
}

/** What was taken for granted in reading a scan, each once. */
function readingNotes(scans: readonly SourceScan[]): StepWarning[] {
  const notes = [...new Set(scans.flatMap(({ emission }) => emission.notes))];
  return notes.map(found => ({ step: 'calibrate', ...warning('GW_READ_AS', { found }) }));
}
