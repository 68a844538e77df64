import type { DoseEngineName } from '@graywise/physics';
import { stepIndex } from '../state/stepIndex.js';
import { STEPS } from '../state/steps.js';
import type { CourseContext } from './courseContext.js';
import { runStep } from './runStep.js';

/**
 * Takes another dose engine, with the reason that will stand in the record, and makes the dose anew; null takes the one of the rule again.
 *
 * What the earlier engine found no longer holds from the start, so that a run that is cancelled leaves nothing of it.
 */
export async function chooseDoseEngine(context: CourseContext, engine: DoseEngineName | null, reason: string): Promise<void> {
  const { store } = context;
  const { answers, outcomes, phase, running } = store.getSnapshot();
  if (phase !== 'open' || running || (engine !== null && reason.trim() === '')) return;
  const others = answers.filter(({ kind }) => kind !== 'choose dose engine');
  const chosen = { kind: 'choose dose engine', subject: engine ?? '', reason: reason.trim(), halfLifeHours: null } as const;
  const before = STEPS.slice(0, stepIndex('dose')).flatMap(({ step }) => (outcomes[step] ? [[step, outcomes[step]] as const] : []));
  store.update({ answers: engine === null ? others : [...others, chosen], outcomes: Object.fromEntries(before), explained: null });
  await runStep(context, 'dose');
}
