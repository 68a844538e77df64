import { verificationLevel, warning, type CyclePlan, type CycleVerification } from '@graywise/physics';
import type { DecisionAnswer } from '../engine/courseEngine.js';
import type { CycleResults } from '../engine/CycleRun.js';
import type { ComparedCycle, VerifiedCycle } from '../model/cycle.js';
import { SOFTWARE } from '../software.js';
import { commentsOf } from './commentsOf.js';
import { dosesOutside } from './dosesOutside.js';
import { regionResult } from './regionResult.js';
import { scanSummaries } from './scanSummaries.js';

/** verdict -> record. The verification as plain data, with the comments of a person, everything that was assumed and every warning. */
export function record(compared: ComparedCycle, answers: readonly DecisionAnswer[]): VerifiedCycle {
  const comments = commentsOf(answers);
  const regions = compared.doses.map(region => regionResult(compared, region));
  const open = dosesOutside({
    comparisons: compared.comparisons,
    comments,
    regions,
    ...(compared.measured && { measured: compared.measured }),
  });
  const verification: CycleVerification = withLevel(
    {
      schema: 'graywise/verification/1',
      software: SOFTWARE,
      cycle: compared.cycle,
      nuclide: compared.nuclide.name,
      radiopharmaceutical: compared.radiopharmaceutical,
      physicalHalfLife: compared.nuclide.halfLife,
      administered: compared.administered,
      administrationStart: compared.administrationStart,
      administrationEnd: compared.administrationEnd,
      calibration: compared.calibration,
      resolution: compared.resolution,
      scans: scanSummaries(compared),
      referenceTimePoint: compared.referenceIndex + 1,
      registrations: compared.registrations,
      doseGrid: compared.doseGrid,
      doseEngine: compared.doseMethod.engine,
      doseMethod: compared.doseMethod,
      regions,
      ...(compared.measured && { measured: compared.measured }),
      comparisons: compared.comparisons,
      comments,
      findings: compared.findings,
      assumptions: compared.assumptions,
      warnings: [
        ...compared.warnings,
        ...(open.length === 0 ? [] : [{ step: 'record' as const, ...warning('GW_UNCOMMENTED', { where: open.join(', ') }) }]),
      ],
      signOff: null,
    },
    compared.plan,
  );
  return { ...compared, verification };
}

/** A verification with its level by the plan of the cycle (rule P13). */
function withLevel(verification: CycleVerification, plan: CyclePlan | null): CycleVerification {
  return { ...verification, level: verificationLevel(verification, plan) };
}

/** What is settled of a verification after the steps done so far: what the viewer shows while it is being made. */
export function knownOf(results: CycleResults): Partial<CycleVerification> {
  if (results.record) return results.record.verification;
  const sources = results.verify ?? results.dose ?? results['time-activity'] ?? results.regions ?? results.align ?? results.calibrate;
  if (!sources) return {};
  const aligned = results.verify ?? results.dose ?? results['time-activity'] ?? results.regions ?? results.align;
  const dosed = results.verify ?? results.dose;
  return {
    cycle: sources.cycle,
    nuclide: sources.nuclide.name,
    radiopharmaceutical: sources.radiopharmaceutical,
    physicalHalfLife: sources.nuclide.halfLife,
    administered: sources.administered,
    administrationStart: sources.administrationStart,
    administrationEnd: sources.administrationEnd,
    calibration: sources.calibration,
    resolution: sources.resolution,
    scans: scanSummaries(sources),
    ...(aligned && { referenceTimePoint: aligned.referenceIndex + 1, registrations: aligned.registrations, doseGrid: aligned.doseGrid }),
    ...(dosed && {
      regions: dosed.doses.map(region => regionResult(dosed, region)),
      ...(dosed.measured && { measured: dosed.measured }),
      doseEngine: dosed.doseMethod.engine,
      doseMethod: dosed.doseMethod,
    }),
    ...(results.verify && { comparisons: results.verify.comparisons, findings: results.verify.findings }),
    assumptions: sources.assumptions,
    warnings: sources.warnings,
  };
}
