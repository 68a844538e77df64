import type { PlanDecision, Signature } from '@graywise/course';
import type { CourseContext } from './courseContext.js';
import { withProgress } from './withProgress.js';

/** Stores the suggestion with what was chosen and why, signed; afterwards it is the plan of its cycle. */
export async function storePlan(context: CourseContext, decision: PlanDecision, signature: Signature): Promise<void> {
  const { store, archive, session } = context;
  const { engine } = session;
  const { suggestion } = store.getSnapshot().planning;
  if (!engine || !suggestion) return;
  const at = context.now();
  const stored = await withProgress(context, { step: 'archive', label: 'Storing the plan' }, async ({ signal }) => {
    const plan = await engine.choosePlan(suggestion, decision);
    const object = await engine.planObject(plan, at, signature);
    await archive.store([object], signal);
    return { plan, object };
  });
  if (!stored) return;
  session.files = [...session.files, stored.object];
  store.update({ planning: { ...store.getSnapshot().planning, signed: { ...stored.plan, signOff: { ...signature, at } } } });
  context.notify('success', 'Plan stored', `The plan of cycle ${String(stored.plan.request.cycle)} is in the archive.`);
}
