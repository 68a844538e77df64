import {
  becquerel,
  exactly,
  gigabecquerel,
  gray,
  grayPerBecquerel,
  hours,
  kilogram,
  makeEstimate,
  millilitre,
  becquerelSecond,
  type CycleVerification,
  type Estimate,
  type Gray,
  type RegionResult,
} from '@graywise/physics';
import { addEffect } from '../../src/radiobiology/addEffect.js';

export interface RegionSketch {
  readonly doseGy: number;
  readonly halfLifeHours?: number;
  /** Relative, of a calibration that all regions and cycles share. */
  readonly calibration?: number;
  /** Relative, of this region and cycle alone. */
  readonly own?: number;
  readonly radiobiology?: boolean;
}

/** Mono-exponential with kidney repair: G = Trep / (Trep + Teff). */
export const EFFECT_PER_GRAY = (halfLifeHours: number): number => 2.8 / (2.8 + halfLifeHours) / 2.6;

/** A verification of one cycle with just what planning reads. */
export function verifiedCycle(cycle: number, activityGbq: number, regions: Readonly<Record<string, RegionSketch>>): CycleVerification {
  return {
    schema: 'graywise/verification/1',
    software: 'graywise test',
    cycle,
    nuclide: 'Lu-177',
    radiopharmaceutical: '177Lu-DOTATATE',
    physicalHalfLife: hours(159.53),
    administered: exactly(gigabecquerel(activityGbq)),
    administrationStart: { epochSeconds: 1772442600, offsetMinutes: 0 },
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
      frameOfReferenceUid: '1.2.3',
    },
    doseEngine: 'local deposition',
    regions: Object.entries(regions).map(([name, sketch]) => regionResult(cycle, name, sketch, gigabecquerel(activityGbq))),
    comparisons: [],
    assumptions: [],
    warnings: [],
    signOff: null,
  };
}

function regionResult(cycle: number, name: string, sketch: RegionSketch, activity: number): RegionResult {
  const { doseGy, halfLifeHours = 50, calibration = 0, own = 0, radiobiology = true } = sketch;
  const shares = (value: number) =>
    [
      { source: 'calibration', key: 'calibration:1', standardUncertainty: calibration * value },
      { source: 'fit', key: `fit:${name}:${String(cycle)}`, standardUncertainty: own * value },
    ] as const;
  const absorbedDose: Estimate<Gray> = makeEstimate(gray(doseGy), calibration + own > 0 ? shares(doseGy) : []);
  return {
    name,
    label: name,
    color: [255, 0, 0],
    volume: exactly(millilitre(300)),
    mass: exactly(kilogram(0.3)),
    curve: [],
    fit: {
      model: 'mono-exponential',
      terms: [{ amplitude: 1e8, rate: Math.LN2 / (halfLifeHours * 3600) }],
      parameterNames: [],
      covariance: [],
      residualSumOfSquares: 0,
      tail: 'fitted',
      extrapolatedFraction: 0.1,
      reason: '',
    },
    timeIntegratedActivity: exactly(becquerelSecond(1)),
    effectiveHalfLife: exactly(hours(halfLifeHours)),
    absorbedDose,
    absorbedDosePerActivity: makeEstimate(
      grayPerBecquerel(doseGy / becquerel(activity)),
      calibration + own > 0 ? shares(doseGy / activity) : [],
    ),
    bed: radiobiology ? addEffect(absorbedDose, EFFECT_PER_GRAY(halfLifeHours)) : null,
    eqd2: null,
    radiobiology: radiobiology ? { alphaBetaGy: 2.6, repairHalfTime: hours(2.8), source: 'an example', confirmed: false } : null,
    histogram: {
      dosesGy: [],
      volumeFraction: [],
      minimumGy: 0,
      meanGy: doseGy,
      maximumGy: doseGy,
      d98Gy: doseGy,
      d50Gy: doseGy,
      d2Gy: doseGy,
    },
    warnings: [],
  };
}
