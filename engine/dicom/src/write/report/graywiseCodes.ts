import type { Code } from '../../model/code.js';

/** The coding scheme of what no public terminology names. conformance.md lists it. */
export const GRAYWISE_SCHEME = '99GRAYWISE';

const own = (value: string, meaning: string): Code => ({ value, scheme: GRAYWISE_SCHEME, meaning });

export const GRAYWISE_CODES = {
  record: own('GW-RECORD', 'Graywise record as JSON'),
  objects: own('GW-OBJECTS', 'Objects of this record'),
  cycle: own('GW-CYCLE', 'Treatment cycle'),
  statement: own('GW-STATEMENT', 'Statement'),
  assumption: own('GW-ASSUMPTION', 'Assumption'),
  warning: own('GW-WARNING', 'Warning'),
  timeIntegratedActivity: own('GW-TIA', 'Time-integrated activity'),
  timeIntegratedConcentration: own('GW-TIAC', 'Time-integrated activity concentration'),
  method: own('GW-METHOD', 'Method of measurement'),
  effectiveHalfLife: own('GW-TEFF', 'Effective half-life'),
  bed: own('GW-BED', 'Biologically effective dose'),
  eqd2: own('GW-EQD2', 'Equieffective dose in 2 Gy fractions'),
  plan: own('GW-PLAN', 'Radiopharmaceutical therapy activity plan'),
  facts: own('GW-FACTS', 'Facts of radiopharmaceutical therapy'),
  suggestedActivity: own('GW-ACTIVITY', 'Suggested activity'),
  chosenActivity: own('GW-CHOSEN', 'Chosen activity'),
  reason: own('GW-REASON', 'Reason'),
  predictions: own('GW-PREDICTIONS', 'Predicted absorbed doses'),
  predictedRegion: own('GW-PREDICTION', 'Prediction for one region'),
  cumulativeDose: own('GW-CUMULATIVE', 'Cumulative absorbed dose'),
  expected: own('GW-EXPECTED', 'Comparison with expected absorbed doses'),
  comparison: own('GW-COMPARISON', 'Comparison for one region'),
  basis: own('GW-BASIS', 'Basis of the expectation'),
  finding: own('GW-FINDING', 'Possible abnormality'),
  worksheet: own('GW-WORKSHEET', 'Worksheet value'),
  advice: own('GW-ADVICE', 'Advice'),
  overLimit: own('GW-RISK', 'Probability of passing the limit'),
  reachesTarget: own('GW-CHANCE', 'Probability of reaching the target'),
  jointRisk: own('GW-JOINT-RISK', 'Probability of passing any limit'),
  level: own('GW-LEVEL', 'Level of individualisation'),
  activityBound: own('GW-BOUND', 'Bound on the activity'),
  unroundedActivity: own('GW-UNROUNDED', 'Suggested activity before rounding to stock'),
  alternatives: own('GW-ALTERNATIVES', 'Alternatives compared'),
  alternative: own('GW-ALTERNATIVE', 'Alternative'),
  choice: own('GW-CHOICE', 'Choice of the practitioner'),
  override: own('GW-OVERRIDE', 'Limit overridden'),
} as const satisfies Record<string, Code>;
