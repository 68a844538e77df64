import type { ActivityPrediction, PlanRequest } from '@graywise/physics';
import { becquerel } from '@graywise/physics';
import type { CourseContext, EngineClient } from './courseContext.js';
import { withProgress } from './withProgress.js';

const SWEEP_POINTS = 25;

/**
 * Asks for the suggestion under a request, and for the doses over the range of activities that the chart shows.
 *
 * Where a plan with the same request is signed, its activity is the chosen one.
 */
export async function suggestPlan(context: CourseContext, request: PlanRequest): Promise<void> {
  const { store, session } = context;
  const { engine } = session;
  if (!engine) return;
  store.update({ planning: { ...store.getSnapshot().planning, request } });
  const found = await withProgress(context, { step: 'plan', label: 'Planning' }, async () => {
    const suggestion = await engine.plan(request);
    const largest = 1.5 * Math.max(suggestion.activity, suggestion.feasibleWindow?.[1] ?? 0, 7.4e9);
    return { suggestion, sweep: await sweep(engine, request, largest) };
  });
  if (!found) return;
  const { suggestion } = found;
  const { planning } = store.getSnapshot();
  const { signed } = planning;
  const kept = signed?.chosenActivity && JSON.stringify(signed.request) === JSON.stringify(request) ? signed.chosenActivity : null;
  const chosen = kept ?? suggestion.activity;
  const prediction = await engine.predictCourse(request, chosen);
  store.update({ planning: { ...planning, suggestion, sweep: found.sweep, chosen, prediction } });
}

async function sweep(engine: EngineClient, request: PlanRequest, largest: number): Promise<ActivityPrediction[]> {
  const activities = Array.from({ length: SWEEP_POINTS }, (_unused, index) => becquerel((largest * (index + 1)) / SWEEP_POINTS));
  return Promise.all(activities.map(activity => engine.predictCourse(request, activity)));
}
