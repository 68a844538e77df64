import type { ActivityPrediction, Becquerel, PlanRequest } from '@graywise/physics';
import type { EngineClient } from './courseContext.js';

/** What an activity in each cycle to come would do. */
export async function predictActivity(engine: EngineClient, request: PlanRequest, activity: Becquerel): Promise<ActivityPrediction> {
  const predictions = await engine.predict(request, activity);
  return { activity, predictions, jointRisk: null, jointTarget: null, limitRisks: [], targetChances: [] };
}
