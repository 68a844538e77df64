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
});
