import type {
  Assumption,
  CohortMember,
  ComputedLevel,
  Contribution,
  Estimate,
  Instant,
  ObjectReference,
  SignOff,
  StepWarning,
} from '@graywise/physics';
import type { Shape } from './shapeFault.js';

/** An object with the keys of `T`: the compiler sees to it that a field added to a type is added to its shape. */
export const object = <T>(keys: { readonly [K in keyof Required<T>]: Shape }): Shape => ({ keys });
export const list = (element: Shape): Shape => ({ listOf: element });
export const orNull = (shape: Shape): Shape => ({ orNull: shape });
/** For fields that older records do not have. */
export const orAbsent = (shape: Shape): Shape => ({ orAbsent: shape });

export const NUMBERS = list('number');
export const INSTANT = object<Instant>({ epochSeconds: 'number', offsetMinutes: 'number' });
export const SIGN_OFF = object<SignOff>({ name: 'string', role: 'string', at: INSTANT });
export const REFERENCE = object<ObjectReference>({
  sopClassUid: 'string',
  sopInstanceUid: 'string',
  seriesInstanceUid: 'string',
  studyInstanceUid: 'string',
});
export const ESTIMATE = object<Estimate>({
  value: 'number',
  standardUncertainty: 'number',
  degreesOfFreedom: orNull('number'),
  distribution: 'string',
  contributions: list(object<Contribution>({ source: 'string', key: 'string', standardUncertainty: 'number' })),
});
export const CURVE_TERMS = list(object<CohortMember['terms'][number]>({ amplitude: 'number', rate: 'number' }));
export const COHORT_MEMBER = object<CohortMember>({ terms: CURVE_TERMS });
/** `ComputedLevel` as JSON. */
export const COMPUTED_LEVEL = object<ComputedLevel>({ level: 'string', reason: 'string' });
export const ASSUMPTIONS = list(object<Assumption>({ step: 'string', text: 'string' }));
export const STEP_WARNINGS = list(object<StepWarning>({ step: 'string', code: 'string', message: 'string' }));
