import { GraywiseError } from '../errors/GraywiseError.js';
import { warning } from '../errors/warningTable.js';
import type { PopulationPrior } from '../priors/populationPrior.js';
import type { Becquerel } from '../quantities/quantity.js';
import type { CyclePlan, PlanAlternative, PlanChoice } from '../record/cyclePlan.js';
import type { CycleVerification, StepWarning } from '../record/cycleVerification.js';
import { doseWords } from './doseWords.js';
import { namesCostAlone } from './namesCostAlone.js';
import { planLevel } from './planLevel.js';
import { predictCourse } from './predictCourse.js';

export interface ChoiceInput {
  readonly plan: CyclePlan;
  readonly history: readonly CycleVerification[];
  readonly priors?: readonly PopulationPrior[];
  /** The title of an alternative, `Suggested`, or an activity. */
  readonly choice: { readonly title: string } | { readonly activity: Becquerel };
  readonly reason: string;
  /** Who chooses; needed when the risk accepted is passed. */
  readonly who: string | null;
}

const SUGGESTED = 'Suggested';

/**
 * The plan with what a practitioner chose and why (rule P12); suggestion and choice both stand in the record, each with its doses and probabilities.
 *
 * Throws GW_USAGE for a title that the plan does not have and for an activity of zero, GW_REASON_MISSING without a reason when the choice is not the
 * suggestion, and without reason or name when the choice passes the risk accepted.
 */
export function choosePlan({ plan, history, priors = [], choice, reason: given, who }: ChoiceInput): CyclePlan {
  const reason = given.trim();
  const option = optionOf(plan, choice);
  const { activity } = option;
  if (!(activity > 0)) throw new GraywiseError('GW_USAGE', { expected: 'an activity above 0', found: activity });
  if (activity !== plan.activity && reason === '')
    throw new GraywiseError('GW_REASON_MISSING', { expected: `a reason for ${option.title}` });
  const { predictions, jointRisk, jointTarget, limitRisks } = predictCourse({ activity, request: plan.request, history, priors });
  const passed = limitsPassed(plan, activity, jointRisk, limitRisks);
  if (passed.length > 0 && (reason === '' || who === null || who.trim() === ''))
    throw new GraywiseError('GW_REASON_MISSING', { expected: `a reason and the name of who takes the risk for ${passed.join(', ')}` });
  const override = passed.length === 0 || who === null ? null : { who: who.trim(), why: reason, limits: passed, risk: jointRisk ?? 0 };
  const chosen: PlanChoice = {
    title: option.title,
    activity,
    reason,
    predictions,
    jointRisk,
    jointTarget,
    level: levelOf(plan, option),
    override,
  };
  return { ...plan, chosenActivity: activity, chosen, warnings: [...plan.warnings, ...choiceWarnings(chosen)] };
}

function optionOf(plan: CyclePlan, choice: ChoiceInput['choice']): Pick<PlanAlternative, 'title' | 'activity' | 'kind'> {
  if ('activity' in choice) {
    const { activity } = choice;
    if (activity === plan.activity) return { title: SUGGESTED, activity };
    const same = plan.alternatives.find(alternative => alternative.activity === activity);
    return same ?? { title: `${(activity / 1e6).toFixed(0)} MBq`, activity };
  }
  if (choice.title === SUGGESTED) return { title: SUGGESTED, activity: plan.activity };
  const found = plan.alternatives.find(({ title }) => title === choice.title);
  const known = [SUGGESTED, ...plan.alternatives.map(({ title }) => title)].join('; ');
  if (!found) throw new GraywiseError('GW_USAGE', { expected: `one of: ${known}`, found: choice.title });
  return found;
}

/** The limits that a choice passes beyond what was accepted: jointly at a risk, else each by its median. The suggestion passes none. */
function limitsPassed(plan: CyclePlan, activity: Becquerel, jointRisk: number | null, limitRisks: readonly number[]): string[] {
  const { limits, riskAccepted } = plan.request;
  if (jointRisk === null || activity <= plan.activity) return [];
  const words = (index: number): string => {
    const limit = limits[index];
    return limit ? `${limit.region}: ${doseWords(limit)}` : '';
  };
  const lines = plan.bounds?.filter(({ kind }) => kind === 'limit') ?? [];
  if (riskAccepted === null) return lines.flatMap(({ byMedian }, index) => (activity > byMedian ? [words(index)] : []));
  if (jointRisk <= riskAccepted) return [];
  const above = limitRisks.flatMap((risk, index) => (risk > riskAccepted ? [index] : []));
  const worst = limitRisks.indexOf(Math.max(...limitRisks));
  return (above.length > 0 ? above : [worst]).map(words);
}

function levelOf(plan: CyclePlan, option: Pick<PlanAlternative, 'title' | 'activity' | 'kind'>): PlanChoice['level'] {
  if (option.activity === plan.activity) return plan.levels?.plan ?? { level: plan.level, reason: plan.reason };
  const byDose = option.kind === 'limits' || option.kind === 'targets';
  const known = plan.predictions.some(({ basis }) => basis !== 'population');
  return planLevel({
    verifiedCycles: plan.request.cycle - 1,
    decidedBy: byDose ? 'dose' : 'activity',
    what: byDose ? (option.kind === 'limits' ? 'the limits' : 'the targets') : `the activity chosen (${option.title})`,
    basis: byDose ? (known ? 'patient' : 'population') : null,
  });
}

function choiceWarnings({ reason, override }: PlanChoice): StepWarning[] {
  const found = [
    ...(namesCostAlone(reason) ? [warning('GW_REASON_COST')] : []),
    ...(override
      ? [
          warning('GW_LIMIT_OVERRIDDEN', {
            where: override.limits.join(', '),
            found: (100 * override.risk).toFixed(1),
            expected: override.who,
          }),
        ]
      : []),
  ];
  return found.map(entry => ({ ...entry, step: 'verify' as const }));
}
