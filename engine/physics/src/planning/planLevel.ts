import type { ComputedLevel } from '../record/computedLevel.js';

export interface PlanLevelInput {
  /** Verified cycles of this patient before the one planned. */
  readonly verifiedCycles: number;
  /** What sets the activity: a dose to a region, or an activity. */
  readonly decidedBy: 'dose' | 'activity';
  /** What decides, in words. */
  readonly what: string;
  /** What the deciding region's dose per activity rests on; null when an activity decides. */
  readonly basis: 'population' | 'patient' | 'population and patient' | null;
}

/**
 * The level of a plan (rule P13) after the EANM position on article 56 (Konijnenberg 2021): i activity prescription with cohort averages, ii activity
 * prescription with dosimetry of the patient, iii prescription by the patient's own absorbed doses.
 */
export function planLevel({ verifiedCycles, decidedBy, what, basis }: PlanLevelInput): ComputedLevel {
  if (verifiedCycles === 0)
    return { level: 'i', reason: `Level i: ${what} decides by the doses of a population; no dose of this patient has been measured yet.` };
  const measured = verifiedCycles === 1 ? 'cycle 1' : `cycles 1 to ${String(verifiedCycles)}`;
  if (decidedBy === 'activity') return { level: 'ii', reason: `Level ii: ${what} decides; the patient's doses of ${measured} are known.` };
  if (basis === 'population')
    return {
      level: 'ii',
      reason: `Level ii: ${what} decides by the doses of a population; other doses of this patient are known from ${measured}.`,
    };
  return { level: 'iii', reason: `Level iii: the patient's own dose to ${what}, measured in ${measured}, decides the activity.` };
}
