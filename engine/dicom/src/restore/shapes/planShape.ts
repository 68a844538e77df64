import type {
  ActivityBound,
  ActivityCap,
  ActivityPrediction,
  CyclePlan,
  CycleTrend,
  DoseLimit,
  DoseTarget,
  FixedActivityCycles,
  Infeasibility,
  PlanAlternative,
  PlanChoice,
  PlanRequest,
  PredictedRange,
  PriorUsed,
  ProtocolFinding,
  RegionPrediction,
  StatedRadiobiology,
} from '@graywise/physics';
import { ASSUMPTIONS, COMPUTED_LEVEL, ESTIMATE, list, NUMBERS, object, orAbsent, orNull, SIGN_OFF, STEP_WARNINGS } from './commonShapes.js';

const LIMIT = object<DoseLimit>({
  region: 'string',
  value: 'number',
  quantity: 'string',
  source: 'string',
  per: orAbsent('string'),
  confirmed: orAbsent('boolean'),
  populationAllowed: orAbsent('boolean'),
});
const TARGET = object<DoseTarget>({
  region: 'string',
  value: 'number',
  source: 'string',
  quantity: orAbsent('string'),
  probability: orAbsent(orNull('number')),
  confirmed: orAbsent('boolean'),
});
const CAP = object<ActivityCap>({ name: 'string', activity: 'number', source: 'string' });
const TREND = object<CycleTrend>({ organs: 'number', lesions: 'number', source: 'string', confirmed: 'boolean' });
const RADIOBIOLOGY = object<StatedRadiobiology>({
  region: 'string',
  alphaBetaGy: 'number',
  repairHalfTime: 'number',
  source: 'string',
  confirmed: 'boolean',
});
const BODY_MASS = object<NonNullable<PlanRequest['perBodyMass']>>({
  becquerelPerKilogram: 'number',
  bodyMassKg: 'number',
  source: 'string',
});

const REQUEST = object<PlanRequest>({
  cycle: 'number',
  cyclesLeft: 'number',
  cyclesSource: orAbsent(object<NonNullable<PlanRequest['cyclesSource']>>({ source: 'string', confirmed: 'boolean' })),
  limits: list(LIMIT),
  targets: list(TARGET),
  riskAccepted: orNull('number'),
  activityCap: orNull('number'),
  caps: orAbsent(list(CAP)),
  roundTo: orAbsent(orNull('number')),
  fixedActivity: orAbsent(orNull('number')),
  perBodyMass: orAbsent(orNull(BODY_MASS)),
  trend: orAbsent(orNull(TREND)),
  radiobiology: orAbsent(list(RADIOBIOLOGY)),
  basis: orAbsent('string'),
  radiopharmaceutical: orAbsent('string'),
  protocol: orAbsent('string'),
});

const RANGE = object<PredictedRange>({ median: 'number', interval50: NUMBERS, interval95: NUMBERS });
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
  cumulativeEqd2: orAbsent(orNull(ESTIMATE)),
  rangeOfCycle: orAbsent(RANGE),
  rangeOfCourse: orAbsent(RANGE),
  basis: orAbsent('string'),
});

const ALTERNATIVE = object<PlanAlternative>({
  title: 'string',
  activity: 'number',
  predictions: list(PREDICTION),
  kind: orAbsent('string'),
  source: orAbsent('string'),
  confirmed: orAbsent('boolean'),
  cycles: orAbsent('number'),
  jointRisk: orAbsent(orNull('number')),
  jointTarget: orAbsent(orNull('number')),
  limitRisks: orAbsent(NUMBERS),
  targetChances: orAbsent(NUMBERS),
});
const AT_ACTIVITY = object<ActivityPrediction>({
  activity: 'number',
  predictions: list(PREDICTION),
  jointRisk: orNull('number'),
  jointTarget: orNull('number'),
  limitRisks: NUMBERS,
  targetChances: NUMBERS,
});
const BOUND = object<ActivityBound>({
  kind: 'string',
  name: 'string',
  text: 'string',
  byMedian: 'number',
  atProbability: 'number',
  probability: orNull('number'),
});
const RAISED = object<Infeasibility['limits'][number]>({ region: 'string', quantity: 'string', from: 'number', to: 'number' });
const INFEASIBILITY = object<Infeasibility>({
  binding: 'string',
  neededActivity: 'number',
  allowedActivity: 'number',
  cyclesLeft: orNull('number'),
  risk: orNull('number'),
  limits: list(RAISED),
  sentence: 'string',
});
const FIXED_CYCLES = object<FixedActivityCycles>({
  activity: 'number',
  byMedian: 'number',
  atRisk: orNull('number'),
  inAll: 'number',
  binding: 'string',
});
const OVERRIDE = object<NonNullable<PlanChoice['override']>>({ who: 'string', why: 'string', limits: list('string'), risk: 'number' });
const CHOICE = object<PlanChoice>({
  title: 'string',
  activity: 'number',
  reason: 'string',
  predictions: list(PREDICTION),
  jointRisk: orNull('number'),
  jointTarget: orNull('number'),
  level: COMPUTED_LEVEL,
  override: orNull(OVERRIDE),
});
const PRIOR = object<PriorUsed>({
  region: 'string',
  id: 'string',
  version: 'string',
  source: 'string',
  confirmed: 'boolean',
  weight: 'number',
});
const TREND_SEEN = object<NonNullable<CyclePlan['trendsSeen']>[number]>({ region: 'string', perCycle: 'number' });

/** `CyclePlan` as JSON. */
export const PLAN_SHAPE = object<CyclePlan>({
  schema: { exactly: 'graywise/plan/1' },
  software: 'string',
  request: REQUEST,
  activity: 'number',
  binding: 'string',
  feasibleWindow: orNull(NUMBERS),
  predictions: list(PREDICTION),
  alternatives: list(ALTERNATIVE),
  level: 'string',
  reason: 'string',
  chosenActivity: orNull('number'),
  assumptions: ASSUMPTIONS,
  warnings: STEP_WARNINGS,
  signOff: orNull(SIGN_OFF),
  jointRisk: orAbsent(orNull('number')),
  jointTarget: orAbsent(orNull('number')),
  bounds: orAbsent(list(BOUND)),
  infeasibility: orAbsent(orNull(INFEASIBILITY)),
  fixedActivityCycles: orAbsent(list(FIXED_CYCLES)),
  unrounded: orAbsent(orNull(AT_ACTIVITY)),
  levels: orAbsent(object<NonNullable<CyclePlan['levels']>>({ plan: COMPUTED_LEVEL, verification: orNull(COMPUTED_LEVEL) })),
  chosen: orAbsent(orNull(CHOICE)),
  priors: orAbsent(list(PRIOR)),
  trendsSeen: orAbsent(list(TREND_SEEN)),
  protocolFindings: orAbsent(list(object<ProtocolFinding>({ kind: 'string', text: 'string' }))),
});
