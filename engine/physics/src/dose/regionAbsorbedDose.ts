import { divideEstimates } from '../quantities/divideEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { gray, joule, type BecquerelSecond, type Gray, type Joule, type Kilogram } from '../quantities/quantity.js';
import { scaleEstimate } from '../quantities/scaleEstimate.js';

export interface RegionDoseInput {
  readonly timeIntegratedActivity: Estimate<BecquerelSecond>;
  readonly mass: Estimate<Kilogram>;
  /** What the region absorbs, of its own decays and of others, per decay in it. */
  readonly energyPerDecay: Joule;
}

/**
 * Mean absorbed dose of a region, Gy: D = A~ E / m (rule D1). Energy from elsewhere counts as a share of the region's own, as uncertain as its own.
 *
 * What activity and mass share (the outline's volume) cancels or adds as their keys say. Throws GW_NOT_FINITE for a region without mass.
 */
export function regionAbsorbedDose({ timeIntegratedActivity, mass, energyPerDecay }: RegionDoseInput): Estimate<Gray> {
  return divideEstimates(scaleEstimate(timeIntegratedActivity, energyPerDecay, joule), mass, gray);
}
