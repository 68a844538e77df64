import type { TimeActivityFit } from '@graywise/physics';
import { quantityJson } from './quantityJson.js';

const MEGABECQUEREL_HOUR = 3.6e9;
const HOUR = 3600;

/** A fit as it stands in the JSON document of a verification; every key carries its unit. */
export function fitJson({ model, tail, extrapolatedFraction, reason, models, advice, singleScan }: TimeActivityFit): object {
  return {
    model,
    tail,
    extrapolatedFraction,
    reason,
    models: models?.map(({ title, weight, timeIntegratedActivity, effectiveHalfLife }) => ({
      title,
      weight,
      timeIntegratedActivity_MBq_h: timeIntegratedActivity / MEGABECQUEREL_HOUR,
      effectiveHalfLife_h: effectiveHalfLife / HOUR,
    })),
    advice,
    singleScan: singleScan && {
      method: singleScan.method,
      source: singleScan.source,
      confirmed: singleScan.confirmed,
      halfLife_h: quantityJson(singleScan.halfLife, HOUR),
      cohort: singleScan.cohort && { id: singleScan.cohort.id, patients: singleScan.cohort.members.length },
    },
  };
}
