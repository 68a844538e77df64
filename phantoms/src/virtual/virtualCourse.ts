import {
  becquerel,
  BETWEEN_CYCLE_LOG_DEVIATION,
  choosePrior,
  gigabecquerel,
  gray,
  GraywiseError,
  planNextActivity,
  type Becquerel,
  type CycleVerification,
  type PlanRequest,
  type PopulationPrior,
} from '@graywise/physics';
import { randomSource } from '../random/randomSource.js';
import { normalDeviate } from './normalDeviate.js';
import { virtualMeasurement, type MeasurementShare } from './virtualMeasurement.js';
import { virtualVerification } from './virtualVerification.js';

/** What a virtual course is planned for. */
export interface VirtualCourseRequest {
  readonly seed: number;
  readonly cycles: number;
  readonly limitGy: number;
  readonly risk: number;
  /** Where the plans take the dose per activity from. */
  readonly basis: NonNullable<PlanRequest['basis']>;
}

/** What became of it, in truth. */
export interface VirtualCourse {
  readonly seed: number;
  readonly activitiesGBq: readonly number[];
  readonly kidneysGy: number;
  readonly lesionGy: number;
  /** Of as many cycles of the label's activity. */
  readonly fixedKidneysGy: number;
  readonly fixedLesionGy: number;
}

const FIRST_ACTIVITY = gigabecquerel(7.4);

const SHARED: readonly MeasurementShare[] = [
  { source: 'calibration', relative: 0.015, sharedBy: 'everything' },
  { source: 'density', relative: 0.02, sharedBy: 'everything' },
  { source: 'S-value', relative: 0.012, sharedBy: 'everything' },
];
const shift = (relative: number): MeasurementShare => ({ source: 'uncorrected shift', relative, sharedBy: 'everything' });
const recovery = (relative: number): MeasurementShare => ({ source: 'recovery', relative, sharedBy: 'everything' });
const once = (source: MeasurementShare['source'], relative: number): MeasurementShare => ({ source, relative, sharedBy: 'one cycle' });

/**
 * Budgets of the doses of a first cycle with four scans and of later ones with one scan and the patient's own half-life, rounded from what the images of virtual
 * patients state (docs/validation/coverage.md). Outlines are drawn anew in every cycle.
 */
const BUDGETS: Readonly<
  Record<'kidneys' | 'lesion-1', { readonly first: readonly MeasurementShare[]; readonly later: readonly MeasurementShare[] }>
> = {
  kidneys: {
    first: [...SHARED, recovery(0.005), shift(0.005), once('volume', 0.035), once('fit', 0.009), once('registration', 0.004)],
    later: [...SHARED, recovery(0.005), shift(0.005), once('volume', 0.036), once('fit', 0.01), once('between-cycle variation', 0.044)],
  },
  'lesion-1': {
    first: [...SHARED, recovery(0.01), shift(0.011), once('volume', 0.082), once('fit', 0.012), once('registration', 0.013)],
    later: [...SHARED, recovery(0.01), shift(0.012), once('volume', 0.08), once('fit', 0.013), once('between-cycle variation', 0.024)],
  },
};

/**
 * One virtual course: a first cycle of 7.4 GBq, then each cycle by the plan that its predecessors' verifications give, without a cap on the activity. The patient's dose
 * per activity is drawn from the population that planning knows, and deviates from cycle to cycle as rule P2 states. Measurements stand for images: each
 * source of the budget errs as stated. A cycle for which nothing is left under the limit is not given.
 */
export function virtualCourse({ seed, cycles, limitGy, risk, basis }: VirtualCourseRequest): VirtualCourse {
  const truths = (['kidneys', 'lesion-1'] as const).map(name => ({ name, perActivity: perActivityOf(name, seed, cycles) }));
  const history: CycleVerification[] = [];
  const given: Becquerel[] = [];
  for (let cycle = 1; cycle <= cycles; cycle++) {
    const activity = cycle === 1 ? FIRST_ACTIVITY : planned({ cycle, cyclesLeft: cycles - cycle + 1, limitGy, risk, basis }, history);
    if (activity === 0) break;
    given.push(activity);
    const doses = truths.map(({ name, perActivity }) => ({
      name,
      perActivity: virtualMeasurement(perActivity[cycle - 1] ?? NaN, BUDGETS[name][cycle === 1 ? 'first' : 'later'], {
        seed,
        region: name,
        cycle,
      }),
    }));
    history.push(virtualVerification(cycle, activity, doses));
  }
  const total = (region: number, activities: readonly Becquerel[]): number =>
    activities.reduce((sum, activity, index) => sum + activity * (truths[region]?.perActivity[index] ?? NaN), 0);
  const fixed = Array.from({ length: cycles }, () => FIRST_ACTIVITY);
  return {
    seed,
    activitiesGBq: given.map(activity => activity / 1e9),
    kidneysGy: total(0, given),
    lesionGy: total(1, given),
    fixedKidneysGy: total(0, fixed),
    fixedLesionGy: total(1, fixed),
  };
}

type Planned = Pick<PlanRequest, 'cycle' | 'cyclesLeft'> & Pick<VirtualCourseRequest, 'limitGy' | 'risk' | 'basis'>;

/** Nothing when the limit leaves nothing. */
function planned({ cycle, cyclesLeft, limitGy, risk, basis }: Planned, history: readonly CycleVerification[]): Becquerel {
  const limits = [{ region: 'kidneys', value: gray(limitGy), quantity: 'absorbed dose', source: 'the study' }] as const;
  try {
    return planNextActivity({ request: { cycle, cyclesLeft, limits, targets: [], riskAccepted: risk, activityCap: null, basis }, history })
      .activity;
  } catch (fault) {
    if (fault instanceof GraywiseError && fault.code === 'GW_NOTHING_FEASIBLE') return becquerel(0);
    throw fault;
  }
}

/** True dose per activity (Gy/Bq) of each cycle. */
function perActivityOf(name: 'kidneys' | 'lesion-1', seed: number, cycles: number): number[] {
  const { median, logDeviation } = populationOf(name);
  const patient = median * 1e-9 * Math.exp(logDeviation * normalDeviate(randomSource(seed, 'virtual course', name)));
  return Array.from({ length: cycles }, (_, index) => {
    const deviate = normalDeviate(randomSource(seed, 'virtual course', name, `cycle ${index + 1}`));
    return patient * Math.exp(BETWEEN_CYCLE_LOG_DEVIATION * deviate);
  });
}

/** The population that planning knows for a region. */
function populationOf(region: string): PopulationPrior {
  const prior = choosePrior({ radiopharmaceutical: '177Lu-DOTATATE', region, quantity: 'absorbed dose per activity' });
  if (!prior) throw new RangeError(`No population for ${region}.`);
  return prior;
}
