import { EVERY_REGION, type DecisionAnswer, type SingleScanChoice } from '@graywise/course';
import type { CourseContext } from './courseContext.js';
import { runStep } from './runStep.js';

/** Makes the curves anew from some scans only, with the reason that will stand in the record; without time points from all of them again. */
export async function chooseScans(
  context: CourseContext,
  timePoints: readonly number[],
  { method, halfLifeHours }: SingleScanChoice,
  reason: string,
): Promise<void> {
  const { store } = context;
  const { answers, phase, running } = store.getSnapshot();
  if (phase !== 'open' || running || (timePoints.length > 0 && reason.trim() === '')) return;
  const others = answers.filter(({ kind }) => kind !== 'choose scans' && kind !== 'state half-life');
  // Two scans decide a curve by themselves, or together with a population.
  const takesBasis = timePoints.length === 1 || (timePoints.length === 2 && method === 'map');
  const common = { reason: reason.trim(), halfLifeHours } as const;
  const given: readonly DecisionAnswer[] = [
    { kind: 'choose scans', subject: timePoints.join(','), ...common },
    ...(takesBasis ? [{ kind: 'state half-life' as const, subject: EVERY_REGION, ...common, method }] : []),
  ];
  store.update({ answers: timePoints.length === 0 ? others : [...others, ...given], explained: null });
  await runStep(context, 'time-activity');
}
