import { ballEdgeFactor } from '../calibration/recovery/ballEdgeFactor.js';
import { recoveryOfCurve, type RecoveryCurve } from '../calibration/recovery/recoveryOfCurve.js';
import { ballDiameter } from '../segmentation/ballDiameter.js';

/** A lesion as the EANM guidance on uncertainty takes it: a ball with a recovery curve. All uncertainties are relative standard uncertainties. */
export interface SphereDoseInput {
  readonly volumeMl: number;
  /** Voxel size of the image that it was outlined on, mm. */
  readonly outlineVoxelMm: number;
  /** Resolution (FWHM, mm) of the image that it was outlined on. */
  readonly outlineFwhmMm: number;
  /** Resolution (FWHM, mm) of the emission image. */
  readonly emissionFwhmMm: number;
  readonly recoveryCurve: RecoveryCurve;
  readonly calibration: number;
  /** Of the time-integrated activity by the fit alone: what differs from scan to scan. */
  readonly fit: number;
  /** c2 of S = c1 m^-c2. */
  readonly massExponent: number;
}

/** The parts of the budget and the whole. Covariances are relative; what shares the volume does so with a sign. */
export interface SphereDoseUncertainty {
  readonly diameterMm: number;
  readonly diameterUncertaintyMm: number;
  readonly volume: number;
  readonly recoveryValue: number;
  /** dR/dV, 1/mL. */
  readonly recoveryByVolume: number;
  readonly edgeFactor: number;
  readonly recovery: number;
  readonly counts: number;
  readonly covarianceRecoveryCounts: number;
  readonly activity: number;
  readonly timeIntegratedActivity: number;
  readonly sValue: number;
  readonly covarianceIntegralSValue: number;
  /** What a relative change of the volume does to the dose: phi / 2R - V R' / R - c2. */
  readonly volumeSensitivity: number;
  readonly dose: number;
}

/**
 * The uncertainty chain of Gear et al., Eur. J. Nucl. Med. Mol. Imaging 45 (2018) 2456, for a ball, step by step with the covariances that the common volume
 * makes: volume, recovery, counts, activity A = C / (Q R), time-integrated activity, S-value, dose (rule U1).
 *
 * The resolution of the image of the outline decides the volume, that of the emission image the counts at the edge.
 */
export function sphereDoseUncertainty(input: SphereDoseInput): SphereDoseUncertainty {
  const { volumeMl, outlineVoxelMm, outlineFwhmMm, emissionFwhmMm, calibration, fit, massExponent } = input;
  const diameterMm = ballDiameter(volumeMl);
  const diameterUncertaintyMm = Math.sqrt((outlineVoxelMm * outlineVoxelMm) / 6 + (outlineFwhmMm * outlineFwhmMm) / (4 * Math.LN2));
  const volume = (3 * diameterUncertaintyMm) / diameterMm;
  const curve = recoveryOfCurve(input.recoveryCurve, volumeMl);
  const edgeFactor = ballEdgeFactor(diameterMm, emissionFwhmMm);
  const recoveryShare = (curve.byVolume * volumeMl) / curve.recovery;
  const countsShare = edgeFactor / (2 * curve.recovery);
  const recovery = Math.hypot(curve.standardUncertainty / curve.recovery, recoveryShare * volume);
  const counts = countsShare * volume;
  const covarianceRecoveryCounts = recoveryShare * countsShare * volume * volume;
  const activitySquare = calibration ** 2 + recovery ** 2 + counts ** 2 - 2 * covarianceRecoveryCounts;
  const integralSquare = fit ** 2 + activitySquare;
  const sValue = massExponent * volume;
  const covarianceIntegralSValue = -massExponent * (countsShare - recoveryShare) * volume * volume;
  return {
    diameterMm,
    diameterUncertaintyMm,
    volume,
    recoveryValue: curve.recovery,
    recoveryByVolume: curve.byVolume,
    edgeFactor,
    recovery,
    counts,
    covarianceRecoveryCounts,
    activity: Math.sqrt(activitySquare),
    timeIntegratedActivity: Math.sqrt(integralSquare),
    sValue,
    covarianceIntegralSValue,
    volumeSensitivity: countsShare - recoveryShare - massExponent,
    dose: Math.sqrt(integralSquare + sValue ** 2 + 2 * covarianceIntegralSValue),
  };
}
