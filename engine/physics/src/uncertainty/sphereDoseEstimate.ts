import { recoveryOfCurve } from '../calibration/recovery/recoveryOfCurve.js';
import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { sphereDoseUncertainty, type SphereDoseInput } from './sphereDoseUncertainty.js';

/**
 * The same dose, relative to itself, as an estimate: one contribution per random variable with its total sensitivity, so that what the volume does to counts,
 * recovery and mass adds with its signs: u(D)^2 = u(Q)^2 + u_b(R)^2 + u_fit^2 + (phi / 2R - V R' / R - c2)^2 u(V)^2 (rule U1). This is how the course
 * keeps its budget; it equals the chain of components exactly.
 */
export function sphereDoseEstimate(input: SphereDoseInput): Estimate {
  const { recoveryCurve, volumeMl, calibration, fit } = input;
  const { volumeSensitivity, volume } = sphereDoseUncertainty(input);
  const curve = recoveryOfCurve(recoveryCurve, volumeMl);
  return makeEstimate(1, [
    { source: 'volume', key: 'volume', standardUncertainty: volumeSensitivity * volume },
    { source: 'recovery', key: 'recovery curve', standardUncertainty: -curve.standardUncertainty / curve.recovery },
    { source: 'calibration', key: 'calibration', standardUncertainty: calibration },
    { source: 'fit', key: 'fit', standardUncertainty: fit },
  ]);
}
