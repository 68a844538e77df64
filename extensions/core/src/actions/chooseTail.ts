import type { ChosenTail } from '@graywise/physics';
import type { CourseContext } from './courseContext.js';
import { runStep } from './runStep.js';

/** Makes the curves anew with another decay after the last scan, with the reason that will stand in the record; null: as fitted again. */
export async function chooseTail(context: CourseContext, tail: ChosenTail['rule'] | null, reason: string): Promise<void> {
  const { store } = context;
  const { answers, phase, running } = store.getSnapshot();
  if (phase !== 'open' || running || (tail !== null && reason.trim() === '')) return;
  const others = answers.filter(({ kind }) => kind !== 'choose tail');
  const chosen = { kind: 'choose tail', subject: tail ?? '', reason: reason.trim(), halfLifeHours: null } as const;
  store.update({ answers: tail === null ? others : [...others, chosen], explained: null });
  await runStep(context, 'time-activity');
}
