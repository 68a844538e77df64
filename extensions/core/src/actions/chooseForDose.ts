import type { DecisionAnswer } from '@graywise/course';
import { stepIndex } from '../state/stepIndex.js';
import { STEPS } from '../state/steps.js';
import type { CourseContext } from './courseContext.js';
import { runStep } from './runStep.js';

/**
 * Takes another dose engine, or another pattern of the map, with the reason that will stand in the record, and makes the dose anew; null takes what the course
 * takes by itself.
 *
 * What the earlier dose found no longer holds from the start, so that a run that is cancelled leaves nothing of it.
 */
export async function chooseForDose(
  context: CourseContext,
  kind: Extract<DecisionAnswer['kind'], 'choose dose engine' | 'choose map pattern'>,
  subject: string | null,
  reason: string,
): Promise<void> {
  const { store } = context;
  const { answers, outcomes, phase, running } = store.getSnapshot();
  if (phase !== 'open' || running || (subject !== null && reason.trim() === '')) return;
  const others = answers.filter(answer => answer.kind !== kind);
  const chosen = { kind, subject: subject ?? '', reason: reason.trim(), halfLifeHours: null } as const;
  const before = STEPS.slice(0, stepIndex('dose')).flatMap(({ step }) => (outcomes[step] ? [[step, outcomes[step]] as const] : []));
  store.update({ answers: subject === null ? others : [...others, chosen], outcomes: Object.fromEntries(before), explained: null });
  await runStep(context, 'dose');
}
