import type { ImportedStudy } from '@graywise/dicom';
import { GraywiseError, inMegabecquerel, type Facts } from '@graywise/physics';
import { gatherCycle } from '../gather/gatherCycle.js';
import { patientOfCourse } from '../gather/patientOfCourse.js';
import { cyclesOf } from '../gather/cyclesOf.js';
import { scanSummaries } from '../stages/scanSummaries.js';
import type { CourseOverview, CycleOverview } from './courseEngine.js';

/** The course as it stands: its cycles with their scans, and what was verified and planned. A cycle that cannot be gathered shows no scans; its first step says why. */
export function overviewOf(study: ImportedStudy, facts: Facts): CourseOverview {
  const cycles = cyclesOf(study, facts).map((cycle): CycleOverview => {
    const verification = study.records.verifications.find(found => found.verification.cycle === cycle)?.verification ?? null;
    const plan = study.records.plans.find(found => found.plan.request.cycle === cycle)?.plan ?? null;
    try {
      const sources = gatherCycle(study, facts, cycle);
      return {
        cycle,
        radiopharmaceutical: sources.radiopharmaceutical,
        administeredMegabecquerel: inMegabecquerel(sources.administered.value),
        administrationStart: sources.administrationStart,
        scans: scanSummaries(sources),
        verification,
        plan,
      };
    } catch (fault) {
      if (!(fault instanceof GraywiseError)) throw fault;
      return { cycle, radiopharmaceutical: '', administeredMegabecquerel: null, administrationStart: null, scans: [], verification, plan };
    }
  });
  return { patient: patientOfCourse(study, facts), facts, cycles, ignored: study.ignored };
}
