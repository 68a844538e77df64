import type { DecisionAnswer } from '@graywise/course';
import { stepIndex } from '../state/stepIndex.js';
import { STEPS } from '../state/steps.js';
import type { GivenAnswer } from './courseActions.js';
import type { CourseContext } from './courseContext.js';
import { runStep } from './runStep.js';

/** Answers the decisions of the current step, runs it again with the answers, and goes on to the next step. */
export async function acceptAndContinue(context: CourseContext, answer?: GivenAnswer): Promise<void> {
  const { store } = context;
  const { step, outcomes, answers, phase } = store.getSnapshot();
  if (phase !== 'open') return;
  const decisions = outcomes[step]?.decisions ?? [];
  if (outcomes[step]?.status === 'needs a decision') {
    if (!answer || answer.reason.trim() === '') return;
    const given = decisions.map(({ kind, subject }): DecisionAnswer => ({
      kind,
      subject: answer.subject ?? subject,
      reason: answer.reason.trim(),
      halfLifeHours: answer.halfLifeHours,
      ...(answer.method && { method: answer.method }),
    }));
    store.update({
      answers: [...answers.filter(old => !given.some(one => one.kind === old.kind && one.subject === old.subject)), ...given],
    });
  }
  if (outcomes[step]?.status !== 'done' && !(await runStep(context, step))) return;
  const next = STEPS[stepIndex(step) + 1];
  if (!next) return;
  store.update({ step: next.step });
  if (store.getSnapshot().outcomes[next.step]?.status !== 'done') await runStep(context, next.step);
}
