import type {
  AdministrationFacts,
  AssayedActivity,
  CalibrationFacts,
  Cohort,
  DeadTimeFacts,
  Facts,
  PopulationPrior,
  ResolutionFacts,
  MeasurementRow,
} from '@graywise/physics';
import type { FactsRecord } from '../../write/report/factsReport.js';
import { COHORT_MEMBER, INSTANT, list, NUMBERS, object, orAbsent, orNull } from './commonShapes.js';

const ASSAY = object<AssayedActivity>({ activity: 'number', at: INSTANT });

const ADMINISTRATION = object<AdministrationFacts>({
  cycle: 'number',
  radiopharmaceutical: 'string',
  preAssay: ASSAY,
  residual: orNull(ASSAY),
  start: INSTANT,
  end: orNull(INSTANT),
});

const CALIBRATION = object<CalibrationFacts>({
  kind: 'string',
  series: 'string',
  activity: 'number',
  at: INSTANT,
  volume: orNull('number'),
  diametersMm: NUMBERS,
  centresLpsMm: list(NUMBERS),
  relativeUncertainty: 'number',
  validDays: orNull('number'),
});

const HALF_LIFE = object<Facts['effectiveHalfLives'][string]>({ halfLife: 'number', relativeUncertainty: 'number' });

const PRIOR = object<PopulationPrior>({
  id: 'string',
  version: 'string',
  radiopharmaceutical: 'string',
  regions: list('string'),
  quantity: 'string',
  unit: 'string',
  median: 'number',
  logDeviation: 'number',
  n: orNull('number'),
  method: 'string',
  source: 'string',
  certainty: 'string',
  confirmed: 'boolean',
  origin: 'string',
  imaging: orAbsent('string'),
  setAside: orAbsent('string'),
});

const COHORT = object<Cohort>({
  id: 'string',
  radiopharmaceutical: 'string',
  regions: list('string'),
  members: list(COHORT_MEMBER),
  firstScan: 'number',
  source: 'string',
  confirmed: 'boolean',
});

const MEASUREMENT = object<MeasurementRow>({
  cycle: 'number',
  kind: 'string',
  region: 'string',
  at: INSTANT,
  referenceAt: orNull(INSTANT),
  backgroundCorrection: orNull('string'),
  comment: orNull('string'),
  values: { tableOf: 'number' },
});

/** `FactsRecord` as JSON. */
export const FACTS_SHAPE = object<FactsRecord>({
  schema: { exactly: 'graywise/facts/1' },
  facts: object<Facts>({
    administrations: list(ADMINISTRATION),
    calibrations: list(CALIBRATION),
    deadTime: orNull(object<DeadTimeFacts>({ model: 'string', tau: 'number' })),
    huToDensity: orNull(list(NUMBERS)),
    effectiveHalfLives: { tableOf: HALF_LIFE },
    priors: orAbsent(list(PRIOR)),
    cohorts: orAbsent(list(COHORT)),
    resolution: orAbsent(orNull(object<ResolutionFacts>({ fwhmMm: 'number', uncertaintyMm: 'number' }))),
    measurements: orAbsent(list(MEASUREMENT)),
  }),
});
