import type { CyclePlan, DoseLimit, DoseTarget, PlanAlternative, PlanRequest, RegionPrediction } from '@graywise/physics';
import { ASSUMPTIONS, ESTIMATE, list, NUMBERS, object, orNull, SIGN_OFF, STEP_WARNINGS } from './commonShapes.js';

const LIMIT = object<DoseLimit>({ region: 'string', value: 'number', quantity: 'string', source: 'string' });
const TARGET = object<DoseTarget>({ region: 'string', value: 'number', source: 'string' });

const REQUEST = object<PlanRequest>({
  cycle: 'number',
  cyclesLeft: 'number',
  limits: list(LIMIT),
  targets: list(TARGET),
  riskAccepted: orNull('number'),
  activityCap: orNull('number'),
});

const PREDICTION = object<RegionPrediction>({
  name: 'string',
  absorbedDose: ESTIMATE,
  bed: orNull(ESTIMATE),
  cumulative: ESTIMATE,
  cumulativeBed: orNull(ESTIMATE),
  limit: orNull(LIMIT),
  target: orNull(TARGET),
  probabilityOverLimit: orNull('number'),
  probabilityReachesTarget: orNull('number'),
});

/** `CyclePlan` as JSON. */
export const PLAN_SHAPE = object<CyclePlan>({
  schema: { exactly: 'graywise/plan/1' },
  software: 'string',
  request: REQUEST,
  activity: 'number',
  binding: 'string',
  feasibleWindow: orNull(NUMBERS),
  predictions: list(PREDICTION),
  alternatives: list(object<PlanAlternative>({ title: 'string', activity: 'number', predictions: list(PREDICTION) })),
  level: 'string',
  reason: 'string',
  chosenActivity: orNull('number'),
  assumptions: ASSUMPTIONS,
  warnings: STEP_WARNINGS,
  signOff: orNull(SIGN_OFF),
});
