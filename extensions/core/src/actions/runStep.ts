import type { StepOutcome } from '@graywise/course';
import type { Step } from '@graywise/physics';
import type { CourseState } from '../state/courseState.js';
import { NO_BUDGET_REVIEW } from '../state/budgetReview.js';
import { NO_DOSE_REVIEW, type DoseReview } from '../state/doseReview.js';
import { NO_SCAN_REVIEW } from '../state/scanReview.js';
import { stepIndex } from '../state/stepIndex.js';
import { withShownColors } from '../state/withShownColors.js';
import { STEPS } from '../state/steps.js';
import type { CourseContext } from './courseContext.js';
import { withProgress } from './withProgress.js';

/** Runs a step, and before it the earlier ones that are not done. Stops at the first that needs a person. True when the wanted step is done. */
export async function runStep(context: CourseContext, wanted: Step): Promise<boolean> {
  for (const { step, title } of STEPS.slice(0, stepIndex(wanted) + 1)) {
    const present = context.store.getSnapshot().outcomes[step];
    if (present?.status === 'done' && step !== wanted) continue;
    const outcome = await withProgress(context, { step, label: title }, options => {
      const { cycle, answers } = context.store.getSnapshot();
      if (!context.session.engine) throw new Error('No course is open.');
      return context.session.engine.runStep(cycle, step, answers, options);
    });
    if (!outcome) return false;
    if (outcome.refusal?.code === 'GW_CANCELLED') {
      context.store.update({ refusal: outcome.refusal, step });
      return false;
    }
    context.store.update(settle(context.store.getSnapshot(), outcome));
    if (outcome.status !== 'done') return false;
  }
  return true;
}

/** The state after a step: what later steps had found no longer holds, and nothing of it stands in the archive yet. */
function settle(state: CourseState, outcome: StepOutcome): Partial<CourseState> {
  const earlier = STEPS.slice(0, stepIndex(outcome.step)).flatMap(({ step }) => {
    const kept = state.outcomes[step];
    return kept ? [[step, kept] as const] : [];
  });
  const names = outcome.known.regions?.map(region => region.name) ?? [];
  const region =
    state.region !== null && names.includes(state.region)
      ? state.region
      : names.includes('kidneys')
        ? 'kidneys'
        : (names[0] ?? state.region);
  return {
    outcomes: Object.fromEntries([...earlier, [outcome.step, { ...outcome, known: withShownColors(outcome.known) }]]),
    step: outcome.step,
    stored: false,
    region,
    timePoint: timePointToLookAt(state, outcome),
    doseReview: reviewAfter(state, outcome),
    ...(stepIndex(outcome.step) <= stepIndex('dose') && { scanReview: NO_SCAN_REVIEW, budgetReview: NO_BUDGET_REVIEW }),
  };
}

/** A comparison is of one dose: when that or what it rests on was made anew, only the criteria stay. */
function reviewAfter({ doseReview }: CourseState, { step }: StepOutcome): DoseReview {
  return stepIndex(step) > stepIndex('dose') ? doseReview : { ...NO_DOSE_REVIEW, criteria: doseReview.criteria };
}

/** After the alignment the reference scan is not the one to look at: the first scan that was brought to it is. */
function timePointToLookAt(state: CourseState, { step, known }: StepOutcome): number {
  if (step !== 'align' || state.timePoint !== known.referenceTimePoint) return state.timePoint;
  return known.registrations?.find(registration => registration.timePoint !== known.referenceTimePoint)?.timePoint ?? state.timePoint;
}
