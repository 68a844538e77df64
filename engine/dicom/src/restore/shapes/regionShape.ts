import type {
  CohortCurves,
  CurvePoint,
  DoseVolumeHistogram,
  RegionResult,
  SingleScanBasis,
  TimeActivityFit,
  Warning,
  WeighedModel,
} from '@graywise/physics';
import { COHORT_MEMBER, CURVE_TERMS, ESTIMATE, list, NUMBERS, object, orAbsent, orNull } from './commonShapes.js';

/** `TimeActivityFit` as JSON. */
export const FIT_SHAPE = object<TimeActivityFit>({
  model: 'string',
  terms: CURVE_TERMS,
  parameterNames: list('string'),
  covariance: NUMBERS,
  residualSumOfSquares: 'number',
  tail: 'string',
  extrapolatedFraction: 'number',
  reason: 'string',
  models: orAbsent(
    list(object<WeighedModel>({ title: 'string', weight: 'number', timeIntegratedActivity: 'number', effectiveHalfLife: 'number' })),
  ),
  advice: orAbsent(list('string')),
  singleScan: orAbsent(
    object<SingleScanBasis>({
      method: 'string',
      source: 'string',
      confirmed: 'boolean',
      halfLife: ESTIMATE,
      wholePerSlowPhase: orAbsent(ESTIMATE),
      cohort: orAbsent(object<CohortCurves>({ id: 'string', members: list(COHORT_MEMBER), firstScan: 'number' })),
    }),
  ),
});

const HISTOGRAM = object<DoseVolumeHistogram>({
  dosesGy: NUMBERS,
  volumeFraction: NUMBERS,
  minimumGy: 'number',
  meanGy: 'number',
  maximumGy: 'number',
  d98Gy: 'number',
  d50Gy: 'number',
  d2Gy: 'number',
});

/** `RegionResult` as JSON. */
export const REGION_SHAPE = object<RegionResult>({
  name: 'string',
  label: 'string',
  color: NUMBERS,
  volume: ESTIMATE,
  mass: ESTIMATE,
  recovery: orAbsent(ESTIMATE),
  curve: list(
    object<CurvePoint>({
      timePoint: 'number',
      measuredBy: orAbsent('string'),
      afterAdministration: 'number',
      activity: ESTIMATE,
      recovery: orAbsent('number'),
    }),
  ),
  fit: FIT_SHAPE,
  timeIntegratedActivity: ESTIMATE,
  effectiveHalfLife: ESTIMATE,
  absorbedDose: ESTIMATE,
  alphaDose: orAbsent(orNull(ESTIMATE)),
  absorbedDosePerActivity: ESTIMATE,
  bed: orNull(ESTIMATE),
  eqd2: orNull(ESTIMATE),
  radiobiology: orNull(
    object<NonNullable<RegionResult['radiobiology']>>({
      alphaBetaGy: 'number',
      repairHalfTime: 'number',
      source: 'string',
      confirmed: 'boolean',
    }),
  ),
  histogram: HISTOGRAM,
  warnings: list(object<Warning>({ code: 'string', message: 'string' })),
});
