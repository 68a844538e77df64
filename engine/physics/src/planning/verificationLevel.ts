import type { ComputedLevel } from '../record/computedLevel.js';
import type { CyclePlan } from '../record/cyclePlan.js';
import type { CycleVerification } from '../record/cycleVerification.js';
import { administeredAgainstPrescribed } from './administeredAgainstPrescribed.js';

/**
 * The level at which a cycle was verified (rule P13): ii when its own images gave doses of the patient; iii when the activity had been prescribed by the
 * patient's doses and was given as prescribed; i when nothing of the patient was measured. `plan`: of the same cycle, null when there was none.
 */
export function verificationLevel(
  verification: Pick<CycleVerification, 'cycle' | 'scans' | 'regions' | 'administered'>,
  plan: CyclePlan | null,
): ComputedLevel {
  const { cycle, scans, regions, administered } = verification;
  const which = `cycle ${String(cycle)}`;
  if (regions.length === 0) return { level: 'i', reason: `Level i: no dose of this patient was measured in ${which}.` };
  const measured = `${String(regions.length)} regions on ${String(scans.length)} ${scans.length === 1 ? 'scan' : 'scans'}`;
  const level = plan?.chosen?.level.level ?? plan?.level;
  const prescribed = plan ? (plan.chosenActivity ?? plan.activity) : null;
  const asPrescribed = prescribed !== null && administeredAgainstPrescribed(administered.value, prescribed, null).within10Percent;
  if (level === 'iii' && asPrescribed)
    return {
      level: 'iii',
      reason: `Level iii: ${which} was prescribed by the patient's doses, given as prescribed, and measured (${measured}).`,
    };
  return {
    level: 'ii',
    reason: `Level ii: the patient's doses of ${which} were measured (${measured}); its activity was not prescribed by them.`,
  };
}
