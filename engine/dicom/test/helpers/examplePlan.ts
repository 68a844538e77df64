import { becquerel, exactly, gray, second, type CyclePlan, type Facts } from '@graywise/physics';
import { SIGNED } from './exampleRecord.js';

/** A plan of the second cycle, as it is stored. */
export const examplePlan = (): CyclePlan => ({
  schema: 'graywise/plan/1',
  software: 'graywise 0.1.0',
  request: {
    cycle: 2,
    cyclesLeft: 3,
    limits: [{ region: 'kidneys', value: gray(23), quantity: 'absorbed dose', source: 'an example' }],
    targets: [],
    riskAccepted: null,
    activityCap: null,
  },
  activity: becquerel(7.1234567890123e9),
  binding: 'kidneys',
  feasibleWindow: null,
  predictions: [
    {
      name: 'kidneys',
      absorbedDose: exactly(gray(4.1)),
      bed: null,
      cumulative: exactly(gray(8.4)),
      cumulativeBed: null,
      limit: null,
      target: null,
      probabilityOverLimit: 0.02,
      probabilityReachesTarget: null,
    },
  ],
  alternatives: [],
  level: 'iii',
  reason: 'The kidneys decide.',
  chosenActivity: becquerel(7e9),
  assumptions: [],
  warnings: [],
  signOff: { name: 'A. Physicist', role: 'Medical physics expert', at: { epochSeconds: 1_773_000_000, offsetMinutes: 60 } },
});

/** The same with everything that plans have had since: rounding, bounds, alternatives, levels, a choice that overrides. */
export const fullPlan = (): CyclePlan => {
  const plan = examplePlan();
  const [prediction] = plan.predictions;
  const range = { median: gray(4.1), interval50: [gray(3.6), gray(4.7)], interval95: [gray(2.7), gray(6.2)] } as const;
  const predictions = [
    {
      ...prediction!,
      cumulativeEqd2: exactly(gray(6)),
      rangeOfCycle: range,
      rangeOfCourse: range,
      basis: 'population and patient' as const,
    },
  ];
  const shared = { predictions, jointRisk: 0.03, jointTarget: null, limitRisks: [0.03], targetChances: [] };
  const level = { level: 'iii', reason: 'Level iii: the dose to the kidneys decides.' } as const;
  return {
    ...plan,
    request: {
      ...plan.request,
      cyclesSource: { source: 'x', confirmed: false },
      limits: [{ ...plan.request.limits[0]!, per: 'course', confirmed: false, populationAllowed: true }],
      targets: [{ region: 'worst-lesion', value: gray(70), source: 'x', quantity: 'EQD2', probability: 0.9, confirmed: true }],
      caps: [{ name: 'licence', activity: becquerel(7.4e9), source: 'label' }],
      roundTo: becquerel(1e8),
      fixedActivity: becquerel(7.4e9),
      perBodyMass: { becquerelPerKilogram: 1e8, bodyMassKg: 70, source: 'x' },
      trend: { organs: 0, lesions: -0.15, source: 'x', confirmed: false },
      radiobiology: [{ region: 'lesion', alphaBetaGy: 10, repairHalfTime: second(5400), source: 'x', confirmed: false }],
      basis: 'population and patient',
      radiopharmaceutical: '177Lu-DOTATATE',
      protocol: 'lu-177-dotatate',
    },
    predictions,
    alternatives: [
      { title: 'Label: 7.4 GBq', activity: becquerel(7.4e9), kind: 'fixed', source: 'x', confirmed: false, cycles: 3, ...shared },
    ],
    jointRisk: 0.03,
    jointTarget: null,
    bounds: [
      {
        kind: 'limit',
        name: 'kidneys',
        text: 'kidneys: 23 Gy',
        byMedian: becquerel(8e9),
        atProbability: becquerel(7.1e9),
        probability: 0.05,
      },
    ],
    infeasibility: {
      binding: 'kidneys',
      neededActivity: becquerel(9e9),
      allowedActivity: becquerel(7e9),
      cyclesLeft: null,
      risk: 0.4,
      limits: [{ region: 'kidneys', quantity: 'absorbed dose', from: gray(23), to: gray(28) }],
      sentence: 'No activity keeps every limit.',
    },
    fixedActivityCycles: [{ activity: becquerel(7.4e9), byMedian: 3, atRisk: 2, inAll: 4, binding: 'kidneys' }],
    unrounded: { activity: becquerel(7.16e9), ...shared },
    levels: { plan: level, verification: { level: 'ii', reason: 'Level ii: measured.' } },
    chosen: {
      title: 'Label: 7.4 GBq',
      activity: becquerel(7.4e9),
      reason: 'progression',
      predictions,
      jointRisk: 0.08,
      jointTarget: null,
      level,
      override: { who: 'A. Practitioner', why: 'progression', limits: ['kidneys: 23 Gy'], risk: 0.08 },
    },
    chosenActivity: becquerel(7.4e9),
    priors: [{ region: 'kidneys', id: 'a/b', version: '1', source: 'x', confirmed: true, weight: 0.1 }],
    trendsSeen: [{ region: 'kidneys', perCycle: 0.04 }],
    protocolFindings: [{ kind: 'scan missing', text: 'Cycle 1: no scan at 168 h.' }],
  };
};

/** Stated facts with something in every part. */
export const exampleFacts = (): Facts => ({
  administrations: [
    {
      cycle: 1,
      radiopharmaceutical: '177Lu-DOTATATE',
      preAssay: { activity: becquerel(7.4e9), at: SIGNED },
      residual: null,
      start: SIGNED,
      end: null,
    },
  ],
  calibrations: [],
  deadTime: { model: 'paralyzable', tau: second(0.6e-6) },
  huToDensity: [
    [-1000, 0.001],
    [0, 1],
  ],
  effectiveHalfLives: { 'lesion-1': { halfLife: second(3e5), relativeUncertainty: 0.1 } },
  cohorts: [
    {
      id: 'our-patients',
      radiopharmaceutical: '177Lu-DOTATATE',
      regions: ['kidneys'],
      members: [{ terms: [{ amplitude: 100, rate: 4e-6 }] }, { terms: [{ amplitude: 100, rate: 3.3e-6 }] }],
      firstScan: second(14400),
      source: 'own patients',
      confirmed: true,
    },
  ],
  priors: [
    {
      id: 'our-kidneys',
      version: '2026-03',
      radiopharmaceutical: '177Lu-DOTATATE',
      regions: ['kidneys'],
      quantity: 'absorbed dose per activity',
      unit: 'Gy/GBq',
      median: 0.51,
      logDeviation: 0.35,
      n: 40,
      method: 'SPECT/CT',
      source: 'own patients',
      certainty: 'read in table',
      confirmed: true,
      origin: 'site',
      imaging: 'SPECT',
    },
  ],
  measurements: [
    {
      cycle: 1,
      kind: 'blood',
      region: 'blood',
      at: SIGNED,
      referenceAt: { epochSeconds: 1_773_000_000, offsetMinutes: 60 },
      backgroundCorrection: null,
      comment: 'Probe "1"',
      values: { concentration_kBq_per_mL: 1.234567890123456, haematocrit: 0.41 },
    },
  ],
});
