import type { MeasuredPoint, MeasuredRegionResult, Warning } from '@graywise/physics';
import { ESTIMATE, list, object, orNull } from './commonShapes.js';
import { FIT_SHAPE } from './regionShape.js';

/** `MeasuredRegionResult` as JSON. */
export const MEASURED_SHAPE = object<MeasuredRegionResult>({
  name: 'string',
  label: 'string',
  kind: 'string',
  unit: 'string',
  curve: list(object<MeasuredPoint>({ afterAdministration: 'number', value: ESTIMATE })),
  model: 'string',
  fit: orNull(FIT_SHAPE),
  extrapolatedFraction: 'number',
  timeIntegrated: ESTIMATE,
  effectiveHalfLife: ESTIMATE,
  absorbedDose: orNull(ESTIMATE),
  alphaDose: orNull(ESTIMATE),
  absorbedDosePerActivity: orNull(ESTIMATE),
  method: 'string',
  confirmed: 'boolean',
  assumptions: list('string'),
  warnings: list(object<Warning>({ code: 'string', message: 'string' })),
});
