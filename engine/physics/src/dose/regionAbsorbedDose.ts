import type { Nuclide } from '../nuclides/nuclideData.js';
import { divideEstimates } from '../quantities/divideEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { gray, joule, type BecquerelSecond, type Gray, type Kilogram } from '../quantities/quantity.js';
import { scaleEstimate } from '../quantities/scaleEstimate.js';

export interface RegionDoseInput {
  readonly timeIntegratedActivity: Estimate<BecquerelSecond>;
  readonly mass: Estimate<Kilogram>;
  readonly nuclide: Nuclide;
}

/**
 * Mean absorbed dose of a region by local deposition, Gy: D = A~ E / m with E the electron and alpha energy per decay (rule D1).
 *
 * What activity and mass share (the outline's volume) cancels or adds as their keys say. Throws GW_NOT_FINITE for a region without mass.
 */
export function regionAbsorbedDose({ timeIntegratedActivity, mass, nuclide }: RegionDoseInput): Estimate<Gray> {
  const energy = scaleEstimate(timeIntegratedActivity, nuclide.electronEnergyPerDecay + nuclide.alphaEnergyPerDecay, joule);
  return divideEstimates(energy, mass, gray);
}
