import { GraywiseError } from '../errors/GraywiseError.js';
import { decayFactor } from '../nuclides/decayFactor.js';
import { divideEstimates } from '../quantities/divideEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { instantAfter, secondsBetween, type Instant } from '../quantities/instant.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { becquerel, days, type Becquerel, type Millilitre } from '../quantities/quantity.js';
import { relativeUncertainty } from '../quantities/relativeUncertainty.js';
import { scaleEstimate } from '../quantities/scaleEstimate.js';
import type { CameraCalibration, CameraIdentity, ObjectReference } from '../record/cycleVerification.js';
import { voxelVolume } from '../volume/voxelVolume.js';
import { fieldCountRate, type CountAcquisition } from './fieldCountRate.js';
import { uniformSource } from './uniformSource.js';

/** Days after the acquisition for which a calibration is used unless the facts say otherwise: suggested, the centre must confirm. */
export const SUGGESTED_VALIDITY_DAYS = 365;

/** A calibration acquisition: the image of a source of known activity. */
export interface CalibrationAcquisition extends CountAcquisition {
  readonly cylinder: {
    readonly activity: Estimate<Becquerel>;
    /** When the source had that activity. */
    readonly at: Instant;
    /** Filled volume; null when not known, or for a source that is no cylinder. */
    readonly volume: Millilitre | null;
  };
  readonly nuclide: string;
  readonly camera: CameraIdentity;
  readonly source: ObjectReference;
  /** Null: `SUGGESTED_VALIDITY_DAYS`. */
  readonly validDays: number | null;
}

/** A camera calibration with how it was found. */
export interface MeasuredCalibration extends CameraCalibration {
  readonly method: 'whole field' | 'central concentration';
  /** Central over whole-field factor, minus 1; null where the volume of the source is not known or the field of view cuts it. */
  readonly centralDifference: number | null;
  /** What was taken for true, in sentences for the record. */
  readonly assumptions: readonly string[];
}

/**
 * The camera calibration factor: activity over count rate at the start of the acquisition, Bq per (1/s).
 *
 * Whole field: all counts of the image over all activity of the source. Neither the resolution of the camera nor an outline enters, because counts that
 * spill out of the source stay in the field; so it is how cylinder calibrations are made (MIRD pamphlets 23 and 26). Nothing is subtracted: counts
 * outside the source are taken to be its own. A second estimate checks this where the volume is known: known concentration over the count rate
 * concentration deep inside the source. It replaces the first, and says so, when the field of view cuts the source.
 *
 * Uncertainty: that of the assay, and sqrt(N) of all counts (reconstructed counts are not Poisson distributed; N is large enough for it not to matter).
 * Where the two estimates differ by more than that, their difference becomes the uncertainty.
 *
 * Throws GW_TOO_FEW_COUNTS, GW_DEAD_TIME, and GW_CALIBRATION_CUT when the field of view cuts a source of unknown volume.
 */
export function cameraCalibrationFactor(acquisition: CalibrationAcquisition): MeasuredCalibration {
  const { cylinder, start, halfLife, nuclide, camera, source, validDays } = acquisition;
  const rate = fieldCountRate(acquisition);
  const activity = scaleEstimate(cylinder.activity, decayFactor(halfLife, secondsBetween(cylinder.at, start)), becquerel);
  const { centralCounts, cut } = uniformSource(acquisition.counts);
  if (cut && cylinder.volume === null) throw new GraywiseError('GW_CALIBRATION_CUT', { where: 'the calibration acquisition' });
  const wholeCounts = rate.totalCounts;
  const countsByConcentration =
    cylinder.volume === null ? null : (centralCounts * cylinder.volume) / voxelVolume(acquisition.counts.geometry);
  const centralDifference = cut || countsByConcentration === null ? null : wholeCounts / countsByConcentration - 1;
  const usedCounts = cut ? (countsByConcentration ?? wholeCounts) : wholeCounts;
  return {
    factor: factorEstimate(activity, usedCounts * rate.ratePerCountAtStart, {
      wholeCounts,
      centralDifference,
      series: source.seriesInstanceUid,
    }),
    nuclide,
    camera,
    acquiredAt: start,
    validUntil: instantAfter(start, days(validDays ?? SUGGESTED_VALIDITY_DAYS)),
    highestCountRate: rate.observed,
    source,
    method: cut ? 'central concentration' : 'whole field',
    centralDifference,
    assumptions: assumptionsOf(cut, centralDifference, validDays),
  };
}

interface FactorCheck {
  readonly wholeCounts: number;
  readonly centralDifference: number | null;
  readonly series: string;
}

function factorEstimate(activity: Estimate, ratePerSecond: number, { wholeCounts, centralDifference, series }: FactorCheck): Estimate {
  const statistics = {
    source: 'calibration',
    key: `calibration:${series}:counts`,
    standardUncertainty: ratePerSecond / Math.sqrt(wholeCounts),
  } as const;
  const factor = divideEstimates(activity, makeEstimate(ratePerSecond, [statistics]), value => value);
  const missing = Math.abs(centralDifference ?? 0) ** 2 - relativeUncertainty(factor) ** 2;
  if (missing <= 0) return factor;
  const method = {
    source: 'calibration',
    key: `calibration:${series}:method`,
    standardUncertainty: factor.value * Math.sqrt(missing),
  } as const;
  return makeEstimate(factor.value, [...factor.contributions, method], factor);
}

function assumptionsOf(cut: boolean, centralDifference: number | null, validDays: number | null): string[] {
  const texts: string[] = [];
  if (cut) texts.push('The field of view cuts the calibration source; its factor comes from the concentration deep inside it.');
  else if (centralDifference === null)
    texts.push('The volume of the calibration source is not stated; its factor has no second estimate to agree with.');
  else {
    const percent = (100 * centralDifference).toFixed(1);
    texts.push(
      `The calibration factor is activity over all counts of the field; the concentration deep inside the source gives one that differs by ${percent} %.`,
    );
  }
  if (validDays === null) texts.push(`A calibration is valid for ${SUGGESTED_VALIDITY_DAYS} days; suggested, the centre must confirm.`);
  return texts;
}
