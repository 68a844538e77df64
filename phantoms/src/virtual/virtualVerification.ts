import {
  exactly,
  gray,
  instantAfter,
  kilogram,
  makeEstimate,
  becquerelSecond,
  millilitre,
  parseInstant,
  scaleEstimate,
  second,
  type Becquerel,
  type CycleVerification,
  type Estimate,
  type GrayPerBecquerel,
  type RegionResult,
} from '@graywise/physics';

/** What is known of one region of a cycle. */
export interface VirtualRegionDose {
  readonly name: string;
  readonly perActivity: Estimate<GrayPerBecquerel>;
}

const START = parseInstant('2026-03-02T10:00:00+00:00');
const WEEK_SECONDS = 7 * 86400;
const NOTHING = makeEstimate(0, []);

/** The record of a cycle as planning reads it: activity and doses. Images, curves and outlines, which planning does not read, are left empty. */
export function virtualVerification(cycle: number, administered: Becquerel, doses: readonly VirtualRegionDose[]): CycleVerification {
  return {
    schema: 'graywise/verification/1',
    software: 'virtual course',
    cycle,
    nuclide: 'Lu-177',
    radiopharmaceutical: '177Lu-DOTATATE',
    physicalHalfLife: second(6.647 * 86400),
    administered: exactly(administered),
    administrationStart: instantAfter(START, second((cycle - 1) * 8 * WEEK_SECONDS)),
    administrationEnd: null,
    calibration: null,
    scans: [],
    referenceTimePoint: 1,
    registrations: [],
    doseGrid: {
      size: [1, 1, 1],
      spacingMm: [1, 1, 1],
      originLps: [0, 0, 0],
      direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
      frameOfReferenceUid: '',
    },
    doseEngine: 'voxelKernel',
    regions: doses.map(({ name, perActivity }) => regionOf(name, scaleEstimate(perActivity, administered, gray), perActivity)),
    comparisons: [],
    assumptions: [],
    warnings: [],
    signOff: null,
  };
}

function regionOf(name: string, absorbedDose: RegionResult['absorbedDose'], perActivity: Estimate<GrayPerBecquerel>): RegionResult {
  return {
    name,
    label: name,
    color: [0, 0, 0],
    volume: exactly(millilitre(1)),
    mass: exactly(kilogram(1)),
    curve: [],
    fit: {
      model: 'mono-exponential',
      terms: [{ amplitude: 1, rate: Math.LN2 / (51 * 3600) }],
      parameterNames: [],
      covariance: [],
      residualSumOfSquares: 0,
      tail: 'fitted',
      extrapolatedFraction: 0,
      reason: '',
    },
    timeIntegratedActivity: { ...NOTHING, value: becquerelSecond(0) },
    effectiveHalfLife: exactly(second(51 * 3600)),
    absorbedDose,
    absorbedDosePerActivity: perActivity,
    bed: null,
    eqd2: null,
    radiobiology: null,
    histogram: { dosesGy: [], volumeFraction: [], minimumGy: 0, meanGy: 0, maximumGy: 0, d98Gy: 0, d50Gy: 0, d2Gy: 0 },
    warnings: [],
  };
}
