import type { Becquerel } from '@graywise/physics';
import type { CourseContext } from './courseContext.js';
import { toRefusal } from './toRefusal.js';

/**
 * Follows a slider: the activity moves at once, its doses as soon as the engine has them.
 *
 * While one prediction is under way only the latest wish is kept, so a fast hand never queues work.
 */
export function createChooseActivity(context: CourseContext): (activity: Becquerel) => void {
  let busy = false;
  let wanted: Becquerel | null = null;
  return activity => {
    const { planning } = context.store.getSnapshot();
    context.store.update({ planning: { ...planning, chosen: activity } });
    wanted = activity;
    if (!busy) void follow();
  };

  async function follow(): Promise<void> {
    busy = true;
    while (wanted !== null) {
      const activity: Becquerel = wanted;
      wanted = null;
      await predict(context, activity);
    }
    busy = false;
  }
}

async function predict({ store, session }: CourseContext, activity: Becquerel): Promise<void> {
  const { request } = store.getSnapshot().planning;
  if (!request || !session.engine) return;
  try {
    const prediction = await session.engine.predictCourse(request, activity);
    store.update({ planning: { ...store.getSnapshot().planning, prediction } });
  } catch (fault) {
    store.update({ refusal: toRefusal(fault) });
  }
}
