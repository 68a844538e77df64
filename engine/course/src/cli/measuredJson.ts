import { uncertaintyBudget, type MeasuredRegionResult } from '@graywise/physics';
import { quantityJson } from './quantityJson.js';

const HOUR = 3600;
const MEGABECQUEREL_HOUR = 3.6e9;

/** A region without voxels in the JSON of the command line; every key carries its unit. */
export function measuredJson(region: MeasuredRegionResult): object {
  const { name, kind, unit, absorbedDose, alphaDose, absorbedDosePerActivity } = region;
  const perVolume = unit === 'Bq/mL' ? '_per_mL' : '';
  return {
    name,
    kind,
    [`timeIntegratedActivity_MBq_h${perVolume}`]: quantityJson(region.timeIntegrated, MEGABECQUEREL_HOUR),
    effectiveHalfLife_h: quantityJson(region.effectiveHalfLife, HOUR),
    absorbedDose_Gy: absorbedDose && quantityJson(absorbedDose, 1),
    alphaDose_Gy: alphaDose && quantityJson(alphaDose, 1),
    absorbedDosePerActivity_Gy_per_GBq: absorbedDosePerActivity && quantityJson(absorbedDosePerActivity, 1e-9),
    model: region.model,
    extrapolatedFraction: region.extrapolatedFraction,
    activity: region.curve.map(({ afterAdministration, value }) => ({
      after_h: afterAdministration / HOUR,
      [`activity_MBq${perVolume}`]: quantityJson(value, 1e6),
    })),
    method: region.method,
    confirmed: region.confirmed,
    budget: absorbedDose
      ? uncertaintyBudget(absorbedDose).map(({ source, relativeUncertainty }) => ({ source, u_rel: relativeUncertainty }))
      : [],
    assumptions: region.assumptions,
    warnings: region.warnings,
  };
}
