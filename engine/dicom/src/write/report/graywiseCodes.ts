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
} as const satisfies Record<string, Code>;
