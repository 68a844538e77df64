import type { Signature } from '@graywise/course';
import type { CyclePlan } from '@graywise/physics';
import type { CourseContext } from './courseContext.js';
import { withProgress } from './withProgress.js';

/** Stores a signed plan; afterwards it is the plan of its cycle. */
export async function storePlan(context: CourseContext, plan: CyclePlan, signature: Signature): Promise<void> {
  const { store, archive, session } = context;
  const { engine } = session;
  if (!engine) return;
  const at = context.now();
  const object = await withProgress(context, { step: 'archive', label: 'Storing the plan' }, async ({ signal }) => {
    const written = await engine.planObject(plan, at, signature);
    await archive.store([written], signal);
    return written;
  });
  if (!object) return;
  session.files = [...session.files, object];
  store.update({ planning: { ...store.getSnapshot().planning, signed: { ...plan, signOff: { ...signature, at } } } });
  context.notify('success', 'Plan stored', `The plan of cycle ${String(plan.request.cycle)} is in the archive.`);
}
