import {
  formatInstant,
  inHours,
  inMegabecquerel,
  second,
  type AssayedActivity,
  type Cohort,
  type Facts,
  type Instant,
  type PopulationPrior,
} from '@graywise/physics';
import { measurementToJson } from './measurementFacts.js';

/** The content of a facts file (docs/facts.md) for `facts`: plain data that `parseFacts` reads back. Times are written to the second. */
export function factsToJson(facts: Facts): Record<string, unknown> {
  const time = (instant: Instant): string => formatInstant(instant);
  const assay = ({ activity, at }: AssayedActivity): object => ({ activity_MBq: inMegabecquerel(activity), at: time(at) });
  return {
    administrations: facts.administrations.map(({ cycle, radiopharmaceutical, preAssay, residual, start, end }) => ({
      cycle,
      radiopharmaceutical,
      preAssay: assay(preAssay),
      ...(residual && { residual: assay(residual) }),
      start: time(start),
      ...(end && { end: time(end) }),
    })),
    calibrations: facts.calibrations.map(
      ({ kind, series, activity, at, volume, diametersMm, centresLpsMm, relativeUncertainty, validDays }) => ({
        kind,
        series,
        activity_MBq: inMegabecquerel(activity),
        at: time(at),
        ...(volume !== null && { volume_mL: volume }),
        ...(diametersMm.length > 0 && { diameters_mm: diametersMm }),
        ...(centresLpsMm.length > 0 && { centresLps_mm: centresLpsMm }),
        u_rel: relativeUncertainty,
        ...(validDays !== null && { validDays }),
      }),
    ),
    ...(facts.deadTime && { deadTime: { model: facts.deadTime.model, tau_us: facts.deadTime.tau * 1e6 } }),
    ...(facts.huToDensity && { huToDensity_g_per_mL: facts.huToDensity }),
    ...(Object.keys(facts.effectiveHalfLives).length > 0 && {
      effectiveHalfLives: Object.fromEntries(
        Object.entries(facts.effectiveHalfLives).map(([name, stated]) => [
          name,
          { halfLife_h: inHours(stated.halfLife), u_rel: stated.relativeUncertainty },
        ]),
      ),
    }),
    ...(facts.priors && facts.priors.length > 0 && { priors: priorsToJson(facts.priors) }),
    ...(facts.cohorts && facts.cohorts.length > 0 && { cohorts: facts.cohorts.map(cohortToJson) }),
    ...(facts.resolution && { resolution: { fwhm_mm: facts.resolution.fwhmMm, u_mm: facts.resolution.uncertaintyMm } }),
    ...(facts.measurements && { measurements: facts.measurements.map(measurementToJson) }),
  };
}

function cohortToJson({ id, radiopharmaceutical, regions, members, firstScan, source, confirmed }: Cohort): object {
  return {
    id,
    radiopharmaceutical,
    regions,
    patients: members.map(({ terms }) => terms.map(({ amplitude, rate }) => ({ amplitude, halfLife_h: inHours(second(Math.LN2 / rate)) }))),
    firstScan_h: inHours(firstScan),
    source,
    ...(!confirmed && { confirmed }),
  };
}

function priorsToJson(priors: readonly PopulationPrior[]): object {
  return {
    version: priors[0]?.version ?? '',
    values: priors.map(
      ({ id, radiopharmaceutical, regions, quantity, unit, median, logDeviation, n, method, imaging, source, certainty, confirmed }) => ({
        id,
        radiopharmaceutical,
        regions,
        quantity,
        unit,
        median,
        logDeviation,
        ...(n !== null && { n }),
        method,
        ...(imaging && { imaging }),
        source,
        certainty,
        ...(!confirmed && { confirmed }),
      }),
    ),
  };
}
