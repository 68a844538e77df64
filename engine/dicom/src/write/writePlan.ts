import type { CyclePlan, Instant } from '@graywise/physics';
import type { StudyContext } from '../model/studyContext.js';
import { encodePart10 } from './encodePart10.js';
import type { Part10 } from './part10.js';
import { planReport } from './report/planReport.js';

/** The plan of a cycle as one DICOM structured report from which `restoreRecords` gives it back. `at`: the moment of signing. Throws GW_DICOM_VALUE, GW_NOT_FINITE. */
export function writePlan({ plan, study, at }: { readonly plan: CyclePlan; readonly study: StudyContext; readonly at: Instant }): Part10 {
  return encodePart10(planReport(plan, study, at).dataset, `graywise-plan-cycle-${plan.request.cycle}.dcm`);
}
