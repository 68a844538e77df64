import { uncertaintyBudget, type CycleVerification } from '@graywise/physics';
import { measuredJson } from './measuredJson.js';
import { comparisonJson } from './comparisonJson.js';
import { fitJson } from './fitJson.js';
import { quantityJson } from './quantityJson.js';

const MEGABECQUEREL = 1e6;
const MEGABECQUEREL_HOUR = 3.6e9;
const HOUR = 3600;
const GRAM = 1e-3;

/** A stored object as the command line names it. */
export interface RecordEntry {
  readonly sopClassUid: string;
  readonly file: string;
}

/** A verification as one JSON document; every key carries its unit. */
export function verificationJson(verification: CycleVerification, record: readonly RecordEntry[]): object {
  return {
    cycle: verification.cycle,
    administered_MBq: verification.administered.value / MEGABECQUEREL,
    administered: quantityJson(verification.administered, MEGABECQUEREL),
    nuclide: verification.nuclide,
    radiopharmaceutical: verification.radiopharmaceutical,
    regions: verification.regions.map(region => ({
      name: region.name,
      volume_mL: quantityJson(region.volume, 1),
      mass_g: quantityJson(region.mass, GRAM),
      recovery: region.recovery ? quantityJson(region.recovery, 1) : null,
      timeIntegratedActivity_MBq_h: quantityJson(region.timeIntegratedActivity, MEGABECQUEREL_HOUR),
      effectiveHalfLife_h: quantityJson(region.effectiveHalfLife, HOUR),
      absorbedDose_Gy: quantityJson(region.absorbedDose, 1),
      alphaDose_Gy: region.alphaDose ? quantityJson(region.alphaDose, 1) : null,
      absorbedDosePerActivity_Gy_per_GBq: quantityJson(region.absorbedDosePerActivity, 1e-9),
      bed_Gy: region.bed ? quantityJson(region.bed, 1) : null,
      eqd2_Gy: region.eqd2 ? quantityJson(region.eqd2, 1) : null,
      fit: fitJson(region.fit),
      activity: region.curve.map(point => ({
        timePoint: point.timePoint,
        ...(point.measuredBy && { measuredBy: point.measuredBy }),
        after_h: point.afterAdministration / HOUR,
        activity_MBq: quantityJson(point.activity, MEGABECQUEREL),
        recovery: point.recovery ?? null,
      })),
      doseVolumeHistogram: {
        mean_Gy: region.histogram.meanGy,
        d98_Gy: region.histogram.d98Gy,
        d50_Gy: region.histogram.d50Gy,
        d2_Gy: region.histogram.d2Gy,
      },
      budget: uncertaintyBudget(region.absorbedDose).map(({ source, relativeUncertainty }) => ({ source, u_rel: relativeUncertainty })),
      warnings: region.warnings,
    })),
    measured: (verification.measured ?? []).map(measuredJson),
    doseEngine: verification.doseMethod ?? { engine: verification.doseEngine },
    registration: verification.registrations.map(({ timePoint, method, matrixLps, quality }) => ({
      timePoint,
      method,
      matrixLps,
      quality,
    })),
    calibration: verification.calibration
      ? {
          factor_Bq_s: quantityJson(verification.calibration.factor, 1),
          nuclide: verification.calibration.nuclide,
          camera: verification.calibration.camera,
        }
      : null,
    resolution: resolutionJson(verification.resolution ?? null),
    comparisons: verification.comparisons.map(comparisonJson),
    comments: verification.comments ?? [],
    findings: (verification.findings ?? []).map(({ kind, region, placeLps, message, worksheet, advice, extraScans }) => ({
      kind,
      region,
      placeLps_mm: placeLps,
      message,
      worksheet: worksheet.map(({ name, value, standardUncertainty, unit }) => ({ name, value, u: standardUncertainty, unit })),
      advice,
      extraScans_h: extraScans.map(time => time / HOUR),
    })),
    record,
    assumptions: verification.assumptions,
    warnings: [
      ...verification.warnings.map(({ code, message }) => ({ code, message })),
      ...verification.regions.flatMap(({ warnings }) => warnings),
      ...(verification.measured ?? []).flatMap(({ warnings }) => warnings),
    ],
    statement: 'For review by a medical physics expert.',
  };
}

function resolutionJson(resolution: CycleVerification['resolution']): object | null {
  if (!resolution) return null;
  const { fwhm, basis, spheres, recoveryCurve } = resolution;
  return {
    fwhm_mm: quantityJson(fwhm, 1),
    basis,
    spheres: spheres.map(sphere => ({
      diameter_mm: sphere.diameterMm,
      fwhm_mm: sphere.fwhmMm,
      fwhm_u_mm: sphere.fwhmUncertaintyMm,
      recovery: sphere.recovery,
      recovery_u: sphere.recoveryUncertainty,
    })),
    recoveryCurve: recoveryCurve && { b1_mL: recoveryCurve.b[0], b2: recoveryCurve.b[1], covariance: recoveryCurve.covariance },
  };
}
